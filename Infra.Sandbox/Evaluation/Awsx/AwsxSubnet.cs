using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

/// <summary>One subnet of a VPC component.</summary>
internal sealed record AwsxSubnet
{
    public const string ResourceType = "aws:ec2/subnet:Subnet";

    private static readonly string[] _typeOrder = ["Public", "Private", "Isolated"];

    /// <summary>The logical name of the subnet and of all that belongs to it.</summary>
    public required string Name { get; init; }

    public required AwsxSubnetSpec Spec { get; init; }

    /// <summary>The zone by its place in the list.</summary>
    public required int ZoneIndex { get; init; }

    public required string Zone { get; init; }

    /// <summary>Which /64 of the VPC's IPv6 block is its own.</summary>
    public required int Ipv6Index { get; init; }

    public string CidrBlock => Spec.CidrBlocks[ZoneIndex];

    public bool IsPublic => Spec.Type == "Public";

    public bool IsPrivate => Spec.Type == "Private";

    public ResourceKey Key => new(ResourceType, Name);

    public Symbol Id => new(Key, "id");

    /// <summary>All subnets, zone by zone, public ones first.</summary>
    public static ImmutableArray<AwsxSubnet> In(AwsxVpcInputs vpc) =>
    [
        .. vpc.Zones.SelectMany((zone, index) => vpc.SubnetSpecs
            .Where(spec => _typeOrder.Contains(spec.Type))
            .OrderBy(spec => Array.IndexOf(_typeOrder, spec.Type))
            .Select((spec, position) => new AwsxSubnet
            {
                Name = $"{vpc.Name}-{spec.Name}-{index + 1}",
                Spec = spec,
                ZoneIndex = index,
                Zone = zone,
                Ipv6Index = index + (position * vpc.Zones.Length),
            })),
    ];
}
