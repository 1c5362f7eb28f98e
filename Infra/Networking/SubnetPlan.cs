namespace Infra.Networking;

/// <summary>
/// The CIDR blocks of a VPC's subnets. Each zone gets a quarter of the VPC by its position in the list, so that zones added at the end
/// move no subnets. An eighth of each quarter stays unused.
/// </summary>
internal sealed record SubnetPlan
{
    /// <summary>The minimum for a load balancer and a database subnet group.</summary>
    public const int MinimumZones = 2;

    public const int MaximumZones = 4;

    /// <summary>The largest CIDR block of a VPC.
    /// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html</summary>
    public const int LargestPrefixLength = 16;

    /// <summary>The smallest CIDR block whose public subnets are /27, the minimum for a load balancer.
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer</summary>
    public const int SmallestPrefixLength = 23;

    private const int ZoneBits = 2;

    /// <summary>Half of a zone's range, for tasks.</summary>
    public required IReadOnlyList<string> Private { get; init; }

    /// <summary>A quarter of a zone's range, for load balancers, NAT gateways and public tasks.</summary>
    public required IReadOnlyList<string> Public { get; init; }

    /// <summary>An eighth of a zone's range, for databases; without a route to the internet.</summary>
    public required IReadOnlyList<string> Isolated { get; init; }

    public static SubnetPlan Create(Ipv4Cidr vpc, int zones)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zones, MaximumZones);
        var quarters = Enumerable.Range(0, zones).Select(zone => vpc.Block(vpc.PrefixLength + ZoneBits, zone)).ToList();

        return new SubnetPlan
        {
            Private = Split(quarters, bits: 1, position: 0),
            Public = Split(quarters, bits: 2, position: 2),
            Isolated = Split(quarters, bits: 3, position: 6),
        };
    }

    private static List<string> Split(List<Ipv4Cidr> quarters, int bits, int position) =>
        [.. quarters.Select(quarter => quarter.Block(quarter.PrefixLength + bits, position).ToString())];
}
