namespace Infra.Networking;

/// <summary>
/// Cuts a VPC's range into subnets that keep their place for ever: every zone owns a fixed quarter of the range by its
/// position in the list, so a zone added at the end moves nothing, and an eighth of each quarter stays free.
/// </summary>
internal sealed record SubnetPlan
{
    /// <summary>The fewest zones that a load balancer and a database subnet group accept.</summary>
    public const int MinimumZones = 2;

    public const int MaximumZones = 4;

    /// <summary>The largest range of a VPC.
    /// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html</summary>
    public const int LargestPrefixLength = 16;

    /// <summary>The smallest range whose public subnets are still /27: a load balancer needs that much in each zone.
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer</summary>
    public const int SmallestPrefixLength = 23;

    private const int ZoneBits = 2;

    /// <summary>Half of a zone: room for tasks and what else grows.</summary>
    public required IReadOnlyList<string> Private { get; init; }

    /// <summary>A quarter of a zone: load balancer, NAT gateway and tasks with public addresses.</summary>
    public required IReadOnlyList<string> Public { get; init; }

    /// <summary>An eighth of a zone: databases, with no route to the internet.</summary>
    public required IReadOnlyList<string> Isolated { get; init; }

    public static SubnetPlan For(Ipv4Cidr vpc, int zones)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zones, MaximumZones);
        var quarters = Enumerable.Range(0, zones).Select(zone => vpc.Block(vpc.PrefixLength + ZoneBits, zone)).ToList();

        return new SubnetPlan
        {
            Private = Cut(quarters, bits: 1, position: 0),
            Public = Cut(quarters, bits: 2, position: 2),
            Isolated = Cut(quarters, bits: 3, position: 6),
        };
    }

    private static List<string> Cut(List<Ipv4Cidr> quarters, int bits, int position) =>
        [.. quarters.Select(quarter => quarter.Block(quarter.PrefixLength + bits, position).ToString())];
}
