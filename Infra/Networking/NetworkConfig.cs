using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Networking;

/// <summary>The stack's own VPC, with public, private and isolated subnets in each Availability Zone.</summary>
internal sealed record NetworkConfig
{
    /// <summary>IPv4 CIDR block of the VPC: private (RFC 1918), /16 to /23. Each zone gets a quarter of it. Cannot be changed: a database, a cache and a load balancer cannot move to another VPC, so the update fails halfway. Create a new stack.</summary>
    [Shape(Ipv4Cidr.Shape, "10.0.0.0/16")]
    [PerStack("networks with overlapping ranges cannot be connected")]
    public string Cidr { get; init; } = "10.0.0.0/16";

    /// <summary>Two to four Availability Zones. A zone's position in the list determines its CIDR blocks: add new ones at the end, and never reorder or remove one. With <c>dualStack</c> none can be added later, because that would renumber the IPv6 blocks of other subnets.</summary>
    [Length(SubnetPlan.MinimumZones, SubnetPlan.MaximumZones)]
    [Unique]
    [Pattern("^[a-z]{2,}(-[a-z]+)+-[0-9]+[a-z]$", "a zone name such as eu-central-1a")]
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>CIDR blocks of the public subnets, one for each zone. Set them for all three tiers or for none. By default a zone's quarter of the VPC is half private, a quarter public and an eighth isolated.</summary>
    [Shape(Ipv4Cidr.Shape, "10.0.0.0/20")]
    [PerStack("must lie in the new VPC")]
    public IReadOnlyList<string>? PublicSubnetCidrs { get; init; }

    /// <summary>CIDR blocks of the private subnets, one for each zone.</summary>
    [Shape(Ipv4Cidr.Shape, "10.0.0.0/20")]
    [PerStack("must lie in the new VPC")]
    public IReadOnlyList<string>? PrivateSubnetCidrs { get; init; }

    /// <summary>CIDR blocks of the isolated subnets, one for each zone.</summary>
    [Shape(Ipv4Cidr.Shape, "10.0.0.0/20")]
    [PerStack("must lie in the new VPC")]
    public IReadOnlyList<string>? IsolatedSubnetCidrs { get; init; }

    /// <summary>Internet access for private subnets. Each NAT gateway costs about 33 USD a month plus traffic.</summary>
    public NatGateways NatGateways { get; init; } = NatGateways.None;

    /// <summary>Route S3 traffic through a gateway endpoint, which is free, instead of a NAT gateway.</summary>
    public bool S3GatewayEndpoint { get; init; } = true;

    /// <summary>AWS services with an interface endpoint, which tasks reach without internet access, such as <c>ecr.api</c>, <c>ecr.dkr</c>, <c>logs</c>, <c>secretsmanager</c>, <c>ssm</c>. About 7 USD a month each per zone.</summary>
    [Unique]
    [Pattern("^[a-z0-9-]+(\\.[a-z0-9-]+)*$", "an endpoint service without its region prefix, such as ecr.api")]
    public IReadOnlyList<string> InterfaceEndpoints { get; init; } = [];

    /// <summary>Add IPv6 addresses to the VPC, its subnets and the load balancer. Cannot be turned off: AWS keeps an IPv6 block that subnets use. Settle <c>zones</c> first.</summary>
    public bool DualStack { get; init; }

    /// <summary>Days to keep VPC flow logs in CloudWatch Logs. Without it there are none.</summary>
    [LogRetention]
    public int? FlowLogRetentionDays { get; init; }

    [JsonIgnore]
    public SubnetPlan SubnetPlan => PublicSubnetCidrs is { } publicCidrs
        ? new SubnetPlan { Public = publicCidrs, Private = PrivateSubnetCidrs!, Isolated = IsolatedSubnetCidrs! }
        : SubnetPlan.Create(Ipv4Cidr.Parse(Cidr), Zones.Count);
}

/// <summary>NAT gateways for private subnets.</summary>
internal enum NatGateways
{
    /// <summary>no internet access</summary>
    None,

    /// <summary>one for all zones: its zone's failure cuts off the others</summary>
    Single,

    /// <summary>one in each zone</summary>
    OnePerZone,
}

/// <summary>Subnets for tasks and instances.</summary>
internal enum SubnetTier
{
    /// <summary>public subnets, with public IP addresses</summary>
    Public,

    /// <summary>private subnets, which need a NAT gateway or endpoints</summary>
    Private,
}
