using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Networking;

/// <summary>A VPC that exists already, instead of <c>app:network</c>. The stack changes nothing in it, and adds nothing but <c>newSubnets</c>. Give <c>vpcId</c> or <c>default</c>.</summary>
internal sealed record ExistingNetworkConfig
{
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
    private const string SubnetId = "^subnet-([0-9a-f]{8}|[0-9a-f]{17})$";
    private const string SubnetIdMeaning = "a subnet id such as subnet-0a1b2c3d, with 8 or 17 digits and letters a to f";

    /// <summary>The VPC by its id.</summary>
    [Pattern("^vpc-([0-9a-f]{8}|[0-9a-f]{17})$", "a VPC id such as vpc-0a1b2c3d, with 8 or 17 digits and letters a to f")]
    public string? VpcId { get; init; }

    /// <summary>Use the region's default VPC with its default subnets, which are public. A database stands in them too, closed by its security group and without a public address, unless other subnets are given here.</summary>
    public bool Default { get; init; }

    /// <summary>The zones of the default subnets to use, with <c>default</c>; otherwise the first two of the region.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern("^[a-z]{2,}(-[a-z]+)+-[0-9]+[a-z]$", "a zone name such as eu-central-1a")]
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>Subnets with a route to an internet gateway, in two zones or more: for an internet-facing load balancer and public tasks.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern(SubnetId, SubnetIdMeaning)]
    public IReadOnlyList<string>? PublicSubnetIds { get; init; }

    /// <summary>Subnets without one, in two zones or more: for an internal load balancer and private tasks.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern(SubnetId, SubnetIdMeaning)]
    public IReadOnlyList<string>? PrivateSubnetIds { get; init; }

    /// <summary>Subnets for the database, in two zones or more.</summary>
    [Length(SubnetPlan.MinimumZones, int.MaxValue)]
    [Unique]
    [Pattern(SubnetId, SubnetIdMeaning)]
    public IReadOnlyList<string>? IsolatedSubnetIds { get; init; }

    /// <inheritdoc cref="NewSubnetsConfig"/>
    public NewSubnetsConfig? NewSubnets { get; init; }

    /// <summary>Whether the VPC and the subnets of the load balancer, public or for an internal one private, have IPv6 addresses and routes that it shall use. AWS refuses the load balancer where they have none.</summary>
    public bool DualStack { get; init; }

    [JsonIgnore]
    public bool HasPublicSubnets => Default || PublicSubnetIds is not null || NewSubnets?.PublicCidrs is not null;

    [JsonIgnore]
    public bool HasPrivateSubnets => PrivateSubnetIds is not null || NewSubnets?.PrivateCidrs is not null;

    [JsonIgnore]
    public bool HasIsolatedSubnets => Default || IsolatedSubnetIds is not null || NewSubnets?.IsolatedCidrs is not null;
}
