using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

/// <summary>
/// The resources that the awsx plugin makes inside an <c>awsx:ec2:Vpc</c>, which is one opaque resource to everyone else: names,
/// parents and inputs as in awsx 3. https://github.com/pulumi/pulumi-awsx/blob/master/awsx/ec2/vpc.ts
/// </summary>
internal sealed class AwsxVpcExpansion
{
    public const string Type = "awsx:ec2:Vpc";

    private const string VpcType = "aws:ec2/vpc:Vpc";
    private const string InternetGatewayType = "aws:ec2/internetGateway:InternetGateway";
    private const string RouteTableType = "aws:ec2/routeTable:RouteTable";
    private const string AnyAddress = "0.0.0.0/0";

    private static readonly string[] _vpcInputs =
    [
        "assignGeneratedIpv6CidrBlock", "cidrBlock", "enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics",
        "instanceTenancy", "ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup", "ipv6IpamPoolId",
        "ipv6NetmaskLength", "region",
    ];

    private readonly AwsxVpcInputs _inputs;
    private readonly ImmutableArray<AwsxSubnet> _subnets;
    private readonly List<ResourceNode> _resources = [];
    private readonly ResourceKey _vpc;

    private AwsxVpcExpansion(AwsxVpcInputs inputs)
    {
        _inputs = inputs;
        _subnets = AwsxSubnet.In(inputs);
        _vpc = new ResourceKey(VpcType, inputs.Name);

        AddVpc();
        foreach (var subnet in _subnets)
        {
            AddSubnet(subnet);
        }

        foreach (var endpoint in inputs.Endpoints)
        {
            AddEndpoint(endpoint);
        }
    }

    /// <summary>The resources inside the component, parents before children.</summary>
    public IReadOnlyList<ResourceNode> Resources => _resources;

    /// <summary>The outputs of the component that a program can use.</summary>
    public Dictionary<string, object> Outputs => new()
    {
        ["vpcId"] = new Symbol(_vpc, "id").ToString(),
        ["publicSubnetIds"] = SubnetIds("Public"),
        ["privateSubnetIds"] = SubnetIds("Private"),
        ["isolatedSubnetIds"] = SubnetIds("Isolated"),
    };

    // The tags that every one of the resources has in awsx, except addresses and NAT gateways.
    private PropertyValue.Map SharedTags => PropertyValue.Map.Empty.With([new("Name", _inputs.Name)]).With(_inputs.Tags.Entries);

    private Symbol VpcId => new(_vpc, "id");

    public static AwsxVpcExpansion Of(string name, PropertyValue.Map inputs) => new(AwsxVpcInputs.Read(name, inputs));

    public static ResourceKey? InternetGatewayOf(ResourceKey vpc) => vpc.Type == VpcType ? new(InternetGatewayType, vpc.Name) : null;

    public static ResourceKey? RouteTableOf(ResourceKey subnet) => subnet.Type == AwsxSubnet.ResourceType ? new(RouteTableType, subnet.Name) : null;

    private void AddVpc()
    {
        var given = _inputs.All.Entries.Where(entry => _vpcInputs.Contains(entry.Key));
        Add(_vpc, new ResourceKey(Type, _inputs.Name), [.. given, new("tags", SharedTags)], dependsOnParent: false);
        Add(new(InternetGatewayType, _inputs.Name), _vpc, [new("vpcId", VpcId), new("tags", SharedTags)]);
    }

    private void AddSubnet(AwsxSubnet subnet)
    {
        var own = new KeyValuePair<string, PropertyValue>[] { new("Name", subnet.Name), new("SubnetType", subnet.Spec.Type) };
        Add(subnet.Key, _vpc,
        [
            new("vpcId", VpcId),
            new("availabilityZone", subnet.Zone),
            new("mapPublicIpOnLaunch", subnet.IsPublic),
            new("cidrBlock", subnet.CidrBlock),
            new("assignIpv6AddressOnCreation", subnet.Spec.AssignsIpv6),
            .. Ipv6Block(subnet),
            new("tags", SharedTags.With(subnet.Spec.Tags.Entries).With(own)),
        ]);

        var table = new ResourceKey(RouteTableType, subnet.Name);
        Add(table, subnet.Key, [new("vpcId", VpcId), new("tags", SharedTags.With(own))]);
        Add(new("aws:ec2/routeTableAssociation:RouteTableAssociation", subnet.Name), table,
            [new("routeTableId", new Symbol(table, "id")), new("subnetId", subnet.Id)]);
        AddNatGateway(subnet);
        AddRoute(subnet, table);
    }

    private IEnumerable<KeyValuePair<string, PropertyValue>> Ipv6Block(AwsxSubnet subnet) =>
        subnet.Spec.AssignsIpv6 ? [new("ipv6CidrBlock", new Symbol(_vpc, $"ipv6CidrBlock#{subnet.Ipv6Index}"))] : [];

    private void AddNatGateway(AwsxSubnet subnet)
    {
        if (!subnet.IsPublic || NatGatewayOf(subnet.ZoneIndex) is not { } gateway || _resources.Exists(resource => resource.Key == gateway))
        {
            return;
        }

        var address = new ResourceKey("aws:ec2/eip:Eip", gateway.Name);
        var tags = _inputs.Tags.With([new("Name", gateway.Name)]);
        var isNew = _inputs.AllocationIds.IsEmpty;
        if (isNew)
        {
            Add(address, subnet.Key, [new("tags", tags)]);
        }

        Add(gateway, subnet.Key,
        [
            new("subnetId", subnet.Id),
            new("allocationId", isNew ? new Symbol(address, "allocationId") : _inputs.AllocationIds[subnet.ZoneIndex]),
            new("tags", tags),
        ]);
    }

    private void AddRoute(AwsxSubnet subnet, ResourceKey table)
    {
        KeyValuePair<string, PropertyValue>? gateway =
            subnet.IsPublic ? new("gatewayId", new Symbol(new(InternetGatewayType, _inputs.Name), "id"))
            : subnet.IsPrivate && NatGatewayOf(subnet.ZoneIndex) is { } nat ? new("natGatewayId", new Symbol(nat, "id"))
            : null;
        if (gateway is { } way)
        {
            Add(new("aws:ec2/route:Route", subnet.Name), table,
                [new("routeTableId", new Symbol(table, "id")), way, new("destinationCidrBlock", AnyAddress)]);
        }
    }

    private ResourceKey? NatGatewayOf(int zoneIndex) => _inputs.NatStrategy switch
    {
        AwsxNatStrategy.Single => NatGateway(0),
        AwsxNatStrategy.OnePerAz => NatGateway(zoneIndex),
        _ => null,
    };

    private ResourceKey NatGateway(int zoneIndex) => new("aws:ec2/natGateway:NatGateway", $"{_inputs.Name}-{zoneIndex + 1}");

    private void AddEndpoint(PropertyValue.Map spec)
    {
        var service = spec.Text("serviceName")!;
        var isGateway = spec.Text("vpcEndpointType") is null or "Gateway";
        AwsxVpcInputs.Require(!_inputs.CompletesEndpoints || isGateway, _inputs.Name, $"{service} must be a gateway endpoint");
        var routeTables = _subnets.Select(subnet => (PropertyValue)new Symbol(new(RouteTableType, subnet.Name), "id"));

        Add(new("aws:ec2/vpcEndpoint:VpcEndpoint", service), _vpc,
        [
            .. _inputs.CompletesEndpoints ? [new("routeTableIds", new PropertyValue.List([.. routeTables]))] : Array.Empty<KeyValuePair<string, PropertyValue>>(),
            .. spec.Entries,
            new("vpcId", VpcId),
            new("tags", SharedTags.With(spec.Map("tags").Entries)),
        ]);
    }

    private List<object> SubnetIds(string type) => [.. _subnets.Where(subnet => subnet.Spec.Type == type).Select(subnet => subnet.Id.ToString())];

    private void Add(ResourceKey key, ResourceKey parent, IEnumerable<KeyValuePair<string, PropertyValue>> inputs, bool dependsOnParent = true) =>
        _resources.Add(new ResourceNode
        {
            Key = key,
            Parent = parent,
            Inputs = PropertyValue.Map.Of(inputs),
            Settings = new ResourceSettings { DependsOn = dependsOnParent ? [parent] : [] },
        });
}
