using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Networking;

/// <summary>An existing VPC, instead of <c>app:network</c>. The stack adds security groups and <c>newSubnets</c> to it and changes nothing else. Set <c>vpcId</c> or <c>default</c>. A running stack cannot move to it from <c>app:network</c>, nor back: create a new stack.</summary>
internal sealed record ExistingNetworkConfig
{
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
    private const string SubnetId = "^subnet-([0-9a-f]{8}|[0-9a-f]{17})$";
    private const string SubnetIdMeaning = "a subnet id such as subnet-0a1b2c3d, with 8 or 17 digits and letters a to f";

    /// <summary>ID of the VPC.</summary>
    [Pattern("^vpc-([0-9a-f]{8}|[0-9a-f]{17})$", "a VPC id such as vpc-0a1b2c3d, with 8 or 17 digits and letters a to f")]
    public string? VpcId { get; init; }

    /// <summary>Use the region's default VPC and its default subnets, which are public. A database is also placed in them, without a public IP address, unless private or isolated subnets are set.</summary>
    public bool Default { get; init; }

    /// <summary>Availability Zones of the default subnets to use, with <c>default</c>. Without it, the first two of the region.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern("^[a-z]{2,}(-[a-z]+)+-[0-9]+[a-z]$", "a zone name such as eu-central-1a")]
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>Subnets with a route to an internet gateway, in at least two Availability Zones, for an internet-facing load balancer and public tasks.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern(SubnetId, SubnetIdMeaning)]
    public IReadOnlyList<string>? PublicSubnetIds { get; init; }

    /// <summary>Subnets without a route to an internet gateway, in at least two Availability Zones, for an internal load balancer and private tasks.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern(SubnetId, SubnetIdMeaning)]
    public IReadOnlyList<string>? PrivateSubnetIds { get; init; }

    /// <summary>Subnets for the database and the cache, in at least two Availability Zones.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern(SubnetId, SubnetIdMeaning)]
    public IReadOnlyList<string>? IsolatedSubnetIds { get; init; }

    /// <inheritdoc cref="NewSubnetsConfig"/>
    public NewSubnetsConfig? NewSubnets { get; init; }

    /// <summary>Give the load balancer IPv6 addresses. Its subnets need IPv6 CIDR blocks and routes; without them AWS rejects the load balancer.</summary>
    public bool DualStack { get; init; }

    [JsonIgnore]
    public bool HasPublicSubnets => Default || PublicSubnetIds is not null || NewSubnets?.PublicCidrs is not null;

    [JsonIgnore]
    public bool HasPrivateSubnets => PrivateSubnetIds is not null || NewSubnets?.PrivateCidrs is not null;

    [JsonIgnore]
    public bool HasIsolatedSubnets => Default || IsolatedSubnetIds is not null || NewSubnets?.IsolatedCidrs is not null;
}
