using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

internal enum AwsxNatStrategy
{
    None,
    Single,
    OnePerAz,
}

/// <summary>The subnets of one type, one per zone.</summary>
internal sealed record AwsxSubnetSpec
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The CIDR block of each zone's subnet.</summary>
    public required ImmutableArray<string> CidrBlocks { get; init; }

    public required bool AssignsIpv6 { get; init; }

    public required PropertyValue.Map Tags { get; init; }
}

/// <summary>The inputs of a VPC component. An unsupported input is an error, because the plan would be wrong without it.</summary>
internal sealed record AwsxVpcInputs
{
    private AwsxVpcInputs(string name, PropertyValue.Map inputs) => (Name, All) = (name, inputs);

    public string Name { get; }

    /// <summary>All inputs, unchanged.</summary>
    public PropertyValue.Map All { get; }

    public ImmutableArray<string> Zones => All.Texts("availabilityZoneNames");

    public ImmutableArray<AwsxSubnetSpec> SubnetSpecs => [.. All.Items("subnetSpecs").OfType<PropertyValue.Map>().Select(ReadSpec)];

    /// <summary>Existing Elastic IPs for the NAT gateways.</summary>
    public ImmutableArray<PropertyValue> AllocationIds => All.Map("natGateways").Items("elasticIpAllocationIds");

    public ImmutableArray<PropertyValue.Map> Endpoints => [.. All.Items("vpcEndpointSpecs").OfType<PropertyValue.Map>()];

    /// <summary>Whether VPC endpoints get default values from the VPC.</summary>
    public bool CompletesEndpoints => All.Text("vpcEndpointStrategy") == "Auto";

    public PropertyValue.Map Tags => All.Map("tags");

    /// <summary>The tags of all resources except Elastic IPs and NAT gateways.</summary>
    public PropertyValue.Map SharedTags => PropertyValue.Map.Of([new("Name", Name)]).With(Tags);

    private AwsxNatStrategy NatStrategy =>
        All.Map("natGateways").Text("strategy") is { } strategy ? Enum.Parse<AwsxNatStrategy>(strategy) : AwsxNatStrategy.OnePerAz;

    public static AwsxVpcInputs Read(string name, PropertyValue.Map all)
    {
        var inputs = new AwsxVpcInputs(name, all);
        inputs.Require(inputs.Zones.Length > 0, "availabilityZoneNames is missing; which zones a region has only AWS knows");
        inputs.Require(all.Text("subnetStrategy") is "Auto" or "Exact", "subnetStrategy must be Auto or Exact");
        inputs.Require(all.Text("subnetNameTagStrategy") is null or "Legacy", "subnetNameTagStrategy must be Legacy");

        var specs = inputs.SubnetSpecs;
        inputs.Require(specs.Length > 0, "subnetSpecs is missing");
        foreach (var spec in specs)
        {
            inputs.Require(spec.CidrBlocks.Length == inputs.Zones.Length, $"the {spec.Name} subnets need one of cidrBlocks for each zone");
        }

        var hasNat = inputs.NatStrategy != AwsxNatStrategy.None;
        inputs.Require(!hasNat || specs.Any(spec => spec.Type == "Public"), "NAT gateways need public subnets");
        var completesOthers = inputs.CompletesEndpoints && !inputs.Endpoints.All(IsGateway);
        inputs.Require(!completesOthers, "endpoints other than gateways need vpcEndpointStrategy Legacy");
        return inputs;
    }

    /// <summary>The zone of the NAT gateway that a zone uses.</summary>
    public int? NatZoneFor(int zone) => NatStrategy switch
    {
        AwsxNatStrategy.Single => 0,
        AwsxNatStrategy.OnePerAz => zone,
        _ => null,
    };

    private static bool IsGateway(PropertyValue.Map endpoint) => endpoint.Text("vpcEndpointType") is null or "Gateway";

    private AwsxSubnetSpec ReadSpec(PropertyValue.Map spec)
    {
        var type = spec.Text("type")!;
        return new AwsxSubnetSpec
        {
            Type = type,
            Name = spec.Text("name") ?? type.ToLowerInvariant(),
            CidrBlocks = spec.Texts("cidrBlocks"),
            AssignsIpv6 = spec.Flag("assignIpv6AddressOnCreation") ?? All.Flag("assignGeneratedIpv6CidrBlock") ?? false,
            Tags = spec.Map("tags"),
        };
    }

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new NotSupportedException($"the sandbox cannot expand awsx:ec2:Vpc {Name}: {problem}");
        }
    }
}
