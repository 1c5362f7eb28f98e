using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Planning;

namespace Infra.Configuration;

/// <summary>A VPC that exists already, instead of <c>app:network</c>. The stack changes nothing in it.</summary>
internal sealed record ExistingNetworkConfig
{
    private const string SubnetId = "^subnet-[0-9a-f]+$";
    private const string SubnetIdMeaning = "a subnet id such as subnet-0a1b2c3d";

    /// <summary>The VPC.</summary>
    [Pattern("^vpc-[0-9a-f]+$", "a VPC id such as vpc-0a1b2c3d")]
    public required string VpcId { get; init; }

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

    /// <summary>Whether the VPC and its public subnets have IPv6 addresses and routes that the load balancer shall use.</summary>
    public bool DualStack { get; init; }
}
