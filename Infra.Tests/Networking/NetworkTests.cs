using Infra.Networking;
using Infra.Tests.Support;
using Pulumi.Utilities;

namespace Infra.Tests.Networking;

public class NetworkTests
{
    [Fact]
    public async Task OwnNetwork_MinimalConfiguration_CreatesAVpcAndEmptiesItsDefaultSecurityGroup()
    {
        var run = await Own("{}");

        ResourceAssert.Kinds(run, "Vpc", "DefaultSecurityGroup");
        ResourceAssert.Inputs("""{"vpcId":"shop-network-vpc-id"}""", run.Single<Ec2.DefaultSecurityGroup>());
    }

    [Fact]
    public async Task OwnNetwork_MinimalConfiguration_SetsEveryInputOfAwsx()
    {
        var run = await Own("""{"s3GatewayEndpoint":false}""");

        ResourceAssert.Inputs(
            """
            {
              "cidrBlock": "10.0.0.0/16",
              "availabilityZoneNames": ["eu-central-1a", "eu-central-1b"],
              "assignGeneratedIpv6CidrBlock": false,
              "enableDnsHostnames": true,
              "enableDnsSupport": true,
              "natGateways": {"strategy": "None"},
              "subnetStrategy": "Auto",
              "subnetSpecs": [
                {"type": "Public", "name": "public", "cidrBlocks": ["10.0.32.0/20", "10.0.96.0/20"]},
                {"type": "Private", "name": "private", "cidrBlocks": ["10.0.0.0/19", "10.0.64.0/19"]},
                {"type": "Isolated", "name": "isolated", "cidrBlocks": ["10.0.48.0/21", "10.0.112.0/21"]}
              ],
              "vpcEndpointStrategy": "Auto",
              "vpcEndpointSpecs": []
            }
            """,
            run.Single<AwsxEc2.Vpc>());
    }

    [Theory]
    [InlineData("none", "None")]
    [InlineData("single", "Single")]
    [InlineData("onePerZone", "OnePerAz")]
    public async Task OwnNetwork_NatGateways_HaveTheConfiguredStrategy(string configured, string strategy)
    {
        var run = await Own($$"""{"natGateways":"{{configured}}"}""");

        Assert.Equal(strategy, run.Single<AwsxEc2.Vpc>()["natGateways.strategy"]);
    }

    [Fact]
    public async Task OwnNetwork_WithSubnetCidrs_UsesThem()
    {
        var run = await Own("""
            {
              "publicSubnetCidrs": ["10.0.1.0/24", "10.0.2.0/24"],
              "privateSubnetCidrs": ["10.0.3.0/24", "10.0.4.0/24"],
              "isolatedSubnetCidrs": ["10.0.5.0/24", "10.0.6.0/24"]
            }
            """);

        var vpc = run.Single<AwsxEc2.Vpc>();
        Assert.Equal(["10.0.1.0/24", "10.0.2.0/24"], vpc.Strings("subnetSpecs[0].cidrBlocks"));
        Assert.Equal(["10.0.3.0/24", "10.0.4.0/24"], vpc.Strings("subnetSpecs[1].cidrBlocks"));
        Assert.Equal(["10.0.5.0/24", "10.0.6.0/24"], vpc.Strings("subnetSpecs[2].cidrBlocks"));
    }

    [Fact]
    public async Task OwnNetwork_S3GatewayEndpoint_IsTheOnlyEndpointOfAwsx()
    {
        var run = await Own("""{"s3GatewayEndpoint":true,"interfaceEndpoints":["logs"]}""");

        var vpc = run.Single<AwsxEc2.Vpc>();
        Assert.Single(vpc.List("vpcEndpointSpecs"));
        Assert.Equal("com.amazonaws.eu-central-1.s3", vpc["vpcEndpointSpecs[0].serviceName"]);
        Assert.Equal("Gateway", vpc["vpcEndpointSpecs[0].vpcEndpointType"]);
    }

    [Theory]
    [InlineData("""{"dualStack":true}""", "EgressOnlyInternetGateway", "Route", "Route", "Route", "Route")]
    [InlineData("""{"flowLogRetentionDays":14}""", "LogGroup", "Role", "RolePolicy", "FlowLog")]
    public async Task OwnNetwork_OptionalPartConfigured_CreatesIt(string changes, params string[] kinds)
    {
        var run = await Own(changes);

        ResourceAssert.Kinds(run, ["Vpc", "DefaultSecurityGroup", .. kinds]);
    }

    [Fact]
    public async Task OwnNetwork_DualStack_AssignsIpv6AddressesToTheVpc() =>
        Assert.Equal(true, (await Own("""{"dualStack":true}""")).Single<AwsxEc2.Vpc>()["assignGeneratedIpv6CidrBlock"]);

    [Fact]
    public async Task OwnNetwork_Outputs_AreThoseOfTheVpcByTier()
    {
        var network = (await Own("{}")).Component<Network>();

        Assert.Equal("shop-network-vpc-id", await OutputUtilities.GetValueAsync(network.VpcId));
        Assert.Equal<string>(["public-1", "public-2"], await OutputUtilities.GetValueAsync(network.SubnetIds(SubnetTier.Public)));
        Assert.Equal<string>(["private-1", "private-2"], await OutputUtilities.GetValueAsync(network.SubnetIds(SubnetTier.Private)));
        Assert.Equal<string>(["isolated-1", "isolated-2"], await OutputUtilities.GetValueAsync(network.IsolatedSubnetIds));
    }

    [Fact]
    public async Task ExistingNetwork_WithIds_CreatesAndLooksUpNothing()
    {
        var run = await TestParts.Run(TestConfigs.Minimal, parts => _ = parts.Network);

        ResourceAssert.Kinds(run);
        Assert.Empty(run.Calls);
    }

    [Fact]
    public async Task ExistingNetwork_Outputs_AreTheConfiguredIds()
    {
        var network = (await TestParts.Run(TestConfigs.Minimal, parts => _ = parts.Network)).Component<Network>();

        Assert.Equal("vpc-0a000000", await OutputUtilities.GetValueAsync(network.VpcId));
        Assert.Equal<string>(["subnet-0a100000", "subnet-0a200000"], await OutputUtilities.GetValueAsync(network.PublicSubnetIds));
        Assert.Equal<string>(["subnet-0b100000", "subnet-0b200000"], await OutputUtilities.GetValueAsync(network.PrivateSubnetIds));
        Assert.Equal<string>(["subnet-0c100000", "subnet-0c200000"], await OutputUtilities.GetValueAsync(network.IsolatedSubnetIds));
    }

    private static Task<StackRun> Own(string changes) => StackRun.OfComponent(context =>
        _ = new Network("shop-network", new NetworkArgs { Context = context, Own = TestConfigs.With(("network", changes)).Network }));
}
