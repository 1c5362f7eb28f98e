using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Networking;

/// <summary>Subnets that the stack creates in the existing VPC: one for each Availability Zone and tier, each with its own route table.</summary>
internal sealed record NewSubnetsConfig
{
    private const string RangesMeaning = "an IPv4 range such as 10.0.16.0/24";
    private const string Ranges = "^[0-9./]+$";

    /// <summary>Two to four Availability Zones. Add new ones at the end, together with their CIDR blocks.</summary>
    [Length(SubnetPlan.MinimumZones, SubnetPlan.MaximumZones)]
    [Unique]
    [Pattern("^[a-z]{2,}(-[a-z]+)+-[0-9]+[a-z]$", "a zone name such as eu-central-1a")]
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Unused CIDR blocks of the VPC for public subnets, one for each zone: /27 or larger. They route through the VPC's internet gateway.</summary>
    [Pattern(Ranges, RangesMeaning)]
    [PerStack("must be unused in the VPC")]
    public IReadOnlyList<string>? PublicCidrs { get; init; }

    /// <summary>Unused CIDR blocks of the VPC for private subnets, one for each zone: /28 or larger.</summary>
    [Pattern(Ranges, RangesMeaning)]
    [PerStack("must be unused in the VPC")]
    public IReadOnlyList<string>? PrivateCidrs { get; init; }

    /// <summary>Unused CIDR blocks of the VPC for the database and the cache, one for each zone: /28 or larger. They have no route out of the VPC.</summary>
    [Pattern(Ranges, RangesMeaning)]
    [PerStack("must be unused in the VPC")]
    public IReadOnlyList<string>? IsolatedCidrs { get; init; }

    /// <summary>Existing NAT gateways for the private subnets: one for all zones, or one for each. Without any, private tasks reach only the AWS services for which the VPC has endpoints.</summary>
    [Unique]
    [Pattern("^nat-[0-9a-f]+$", "a NAT gateway id such as nat-0a1b2c3d")]
    public IReadOnlyList<string> NatGatewayIds { get; init; } = [];
}
