using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Networking;

/// <summary>A VPC of the stack's own: public, private and isolated subnets in each zone.</summary>
internal sealed record NetworkConfig
{
    /// <summary>IPv4 range of the VPC: private (RFC 1918), /16 to /23. Each zone owns a quarter of it; it cannot change later.</summary>
    public string Cidr { get; init; } = "10.0.0.0/16";

    /// <summary>Two to four availability zones. The position in the list decides a zone's addresses: add new ones at the end.</summary>
    [Length(SubnetPlan.MinimumZones, SubnetPlan.MaximumZones)]
    [Unique]
    [Pattern("^[a-z]{2,}(-[a-z]+)+-[0-9]+[a-z]$", "a zone name such as eu-central-1a")]
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Ranges of the public subnets, one for each zone. Give the ranges of all three tiers or of none; then each zone gets half of its quarter for private subnets, a quarter for public and an eighth for isolated ones.</summary>
    public IReadOnlyList<string>? PublicSubnetCidrs { get; init; }

    /// <summary>Ranges of the private subnets.</summary>
    public IReadOnlyList<string>? PrivateSubnetCidrs { get; init; }

    /// <summary>Ranges of the isolated subnets.</summary>
    public IReadOnlyList<string>? IsolatedSubnetCidrs { get; init; }

    /// <summary>Internet access for private subnets. Each gateway costs about 33 USD a month plus traffic.</summary>
    public NatGateways NatGateways { get; init; } = NatGateways.None;

    /// <summary>Route S3 traffic inside AWS: free, and cheaper than through a NAT gateway.</summary>
    public bool S3GatewayEndpoint { get; init; } = true;

    /// <summary>AWS services reached without the internet, such as <c>ecr.api</c>, <c>ecr.dkr</c>, <c>logs</c>, <c>secretsmanager</c>, <c>ssm</c>. About 7 USD a month each per zone.</summary>
    [Unique]
    [Pattern("^[a-z0-9-]+(\\.[a-z0-9-]+)*$", "an endpoint service without its region prefix, such as ecr.api")]
    public IReadOnlyList<string> InterfaceEndpoints { get; init; } = [];

    /// <summary>Give the VPC, its subnets and the load balancer IPv6 addresses as well.</summary>
    public bool DualStack { get; init; }

    /// <summary>Keep a log of all connections in CloudWatch for this many days; without it there is none.</summary>
    [LogRetention]
    public int? FlowLogRetentionDays { get; init; }

    [JsonIgnore]
    public SubnetPlan SubnetPlan => PublicSubnetCidrs is { } publicCidrs
        ? new SubnetPlan { Public = publicCidrs, Private = PrivateSubnetCidrs!, Isolated = IsolatedSubnetCidrs! }
        : SubnetPlan.For(Ipv4Cidr.Parse(Cidr), Zones.Count);
}

/// <summary>How private subnets reach the internet.</summary>
internal enum NatGateways
{
    /// <summary>not at all</summary>
    None,

    /// <summary>through one zone, whose failure cuts off the others</summary>
    Single,

    /// <summary>each zone by itself</summary>
    OnePerZone,
}

/// <summary>Where tasks run.</summary>
internal enum SubnetTier
{
    /// <summary>public subnets, with a public address each</summary>
    Public,

    /// <summary>private subnets, which need a NAT gateway or endpoints</summary>
    Private,
}
