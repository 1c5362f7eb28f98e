using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

/// <summary>
/// The resources that the awsx plugin creates inside an <c>awsx:ec2:Vpc</c>, which mocks see as one opaque resource, with the
/// names, parents and inputs of awsx 3. https://github.com/pulumi/pulumi-awsx/blob/master/awsx/ec2/vpc.ts
/// </summary>
internal sealed class AwsxVpcExpansion
{
    public const string Type = "awsx:ec2:Vpc";

    private static readonly string[] VpcInputs =
    [
        "assignGeneratedIpv6CidrBlock", "cidrBlock", "enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics",
        "instanceTenancy", "ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup", "ipv6IpamPoolId",
        "ipv6NetmaskLength", "region",
    ];

    private readonly AwsxVpcInputs _inputs;
    private readonly IReadOnlyList<AwsxSubnet> _subnets;

    private AwsxVpcExpansion(AwsxVpcInputs inputs)
    {
        _inputs = inputs;
        _subnets = AwsxSubnet.In(inputs);
    }

    /// <summary>The resources inside the component in awsx's order.</summary>
    public IEnumerable<ResourceNode> Resources =>
    [
        CreateVpc(),
        AwsxNode.Inside(Vpc, AwsxKeys.InternetGateway(_inputs.Name), ("vpcId", VpcId), ("tags", _inputs.SharedTags)),
        .. _subnets.SelectMany(subnet => subnet.Resources()),
        .. _inputs.Endpoints.Select(CreateEndpoint),
    ];

    /// <summary>The component's outputs.</summary>
    public Dictionary<string, object> Outputs => new()
    {
        ["vpcId"] = VpcId.ToString(),
        ["publicSubnetIds"] = SubnetIds("Public"),
        ["privateSubnetIds"] = SubnetIds("Private"),
        ["isolatedSubnetIds"] = SubnetIds("Isolated"),
    };

    private ResourceKey Vpc => AwsxKeys.Vpc(_inputs.Name);

    private Symbol VpcId => new(Vpc, "id");

    public static AwsxVpcExpansion Of(string name, PropertyValue.Map inputs) => new(AwsxVpcInputs.Read(name, inputs));

    private ResourceNode CreateVpc() => AwsxNode.Below(
        AwsxKeys.Component(_inputs.Name),
        Vpc,
        [.. VpcInputs.Select(name => (name, _inputs.All.Find(name))), ("tags", _inputs.SharedTags)]);

    private ResourceNode CreateEndpoint(PropertyValue.Map spec)
    {
        var routeTables = _subnets.Select(subnet => (PropertyValue)new Symbol(AwsxKeys.RouteTable(subnet.Name), "id"));
        return AwsxNode.Inside(
            Vpc,
            AwsxKeys.Endpoint(spec.Text("serviceName")!),
            [
                ("routeTableIds", _inputs.CompletesEndpoints ? new PropertyValue.List([.. routeTables]) : null),
                .. spec.Entries.Select(entry => (entry.Key, (PropertyValue?)entry.Value)),
                ("vpcId", VpcId),
                ("tags", _inputs.SharedTags.With(spec.Map("tags"))),
            ]);
    }

    private List<object> SubnetIds(string type) =>
        [.. _subnets.Where(subnet => subnet.Type == type).Select(subnet => new Symbol(AwsxKeys.Subnet(subnet.Name), "id").ToString())];
}
