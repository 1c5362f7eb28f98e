using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

internal enum AwsxNatStrategy
{
    None,
    Single,
    OnePerAz,
}

/// <summary>Subnets of one type, one in each zone.</summary>
internal sealed record AwsxSubnetSpec
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The block of each zone's subnet.</summary>
    public required ImmutableArray<string> CidrBlocks { get; init; }

    public required bool AssignsIpv6 { get; init; }

    public required PropertyValue.Map Tags { get; init; }
}

/// <summary>The inputs of a VPC component. What this reading does not support is an error, as a plan without it would be wrong.</summary>
internal sealed record AwsxVpcInputs
{
    public required string Name { get; init; }

    /// <summary>All inputs as they are.</summary>
    public required PropertyValue.Map All { get; init; }

    public required ImmutableArray<string> Zones { get; init; }

    public required ImmutableArray<AwsxSubnetSpec> SubnetSpecs { get; init; }

    public required AwsxNatStrategy NatStrategy { get; init; }

    /// <summary>Addresses to use instead of new ones.</summary>
    public required ImmutableArray<PropertyValue> AllocationIds { get; init; }

    public required ImmutableArray<PropertyValue.Map> Endpoints { get; init; }

    /// <summary>Whether endpoints get what they do not say from the VPC.</summary>
    public required bool CompletesEndpoints { get; init; }

    public PropertyValue.Map Tags => All.Map("tags");

    public static AwsxVpcInputs Read(string name, PropertyValue.Map inputs)
    {
        var zones = inputs.Texts("availabilityZoneNames");
        Require(zones.Length > 0, name, "availabilityZoneNames is missing; which zones a region has only AWS knows");
        Require(inputs.Text("subnetStrategy") is "Auto" or "Exact", name, "subnetStrategy must be Auto or Exact");
        Require(inputs.Text("subnetNameTagStrategy") is null or "Legacy", name, "subnetNameTagStrategy must be Legacy");

        var nat = inputs.Map("natGateways");
        var read = new AwsxVpcInputs
        {
            Name = name,
            All = inputs,
            Zones = zones,
            SubnetSpecs = [.. inputs.Items("subnetSpecs").OfType<PropertyValue.Map>().Select(spec => ReadSpec(name, spec, inputs, zones.Length))],
            NatStrategy = Enum.Parse<AwsxNatStrategy>(nat.Text("strategy") ?? nameof(AwsxNatStrategy.OnePerAz)),
            AllocationIds = nat.Items("elasticIpAllocationIds"),
            Endpoints = [.. inputs.Items("vpcEndpointSpecs").OfType<PropertyValue.Map>()],
            CompletesEndpoints = inputs.Text("vpcEndpointStrategy") == "Auto",
        };
        Require(read.SubnetSpecs.Length > 0, name, "subnetSpecs is missing; subnets need cidrBlocks");
        Require(
            read.NatStrategy == AwsxNatStrategy.None || read.SubnetSpecs.Any(spec => spec.Type == "Public"),
            name,
            "NAT gateways need public subnets");
        return read;
    }

    public static void Require(bool condition, string name, string problem)
    {
        if (!condition)
        {
            throw new NotSupportedException($"awsx:ec2:Vpc {name}: {problem}");
        }
    }

    private static AwsxSubnetSpec ReadSpec(string vpc, PropertyValue.Map spec, PropertyValue.Map inputs, int zones)
    {
        var type = spec.Text("type") ?? "";
        var blocks = spec.Texts("cidrBlocks");
        Require(blocks.Length == zones, vpc, $"{type.ToLowerInvariant()} subnets need one of cidrBlocks for each zone, in place of cidrMask or size");
        return new AwsxSubnetSpec
        {
            Type = type,
            Name = spec.Text("name") ?? type.ToLowerInvariant(),
            CidrBlocks = blocks,
            AssignsIpv6 = spec.Flag("assignIpv6AddressOnCreation") ?? inputs.Flag("assignGeneratedIpv6CidrBlock") ?? false,
            Tags = spec.Map("tags"),
        };
    }
}
