using Infra.Networking;
using Infra.Tests.Support;
using Pulumi.Utilities;

namespace Infra.Tests.Networking;

public sealed class ExistingNetworkTests
{
    private const string NewSubnets = """
        {
          "vpcId": "vpc-0a000000",
          "newSubnets": {
            "zones": ["eu-central-1a", "eu-central-1b"],
            "publicCidrs": ["10.9.0.0/27", "10.9.0.32/27"],
            "privateCidrs": ["10.9.1.0/27", "10.9.1.32/27"],
            "isolatedCidrs": ["10.9.2.0/28", "10.9.2.16/28"],
            "natGatewayIds": ["nat-0a"]
          }
        }
        """;

    [Fact]
    public async Task DefaultVpc_WithoutZones_UsesDefaultSubnetsOfTwoZones()
    {
        var run = await Run("""{"default":true}""");
        var network = run.Component<Network>();

        ResourceAssert.Kinds(run);
        Assert.Equal("default-vpc", await OutputUtilities.GetValueAsync(network.VpcId));
        Assert.Equal<string>(["default-in-eu-central-1a", "default-in-eu-central-1b"], await OutputUtilities.GetValueAsync(network.PublicSubnetIds));
        Assert.Empty(await OutputUtilities.GetValueAsync(network.PrivateSubnetIds));
        Assert.Equal<string>(["default-in-eu-central-1a", "default-in-eu-central-1b"], await OutputUtilities.GetValueAsync(network.IsolatedSubnetIds));
        Assert.Equal(["1", "2"], network.DataSubnets.Select(subnet => subnet.Name));
    }

    [Fact]
    public async Task DefaultVpc_WithZones_UsesDefaultSubnetsOfThoseZones()
    {
        var run = await Run("""{"default":true,"zones":["eu-central-1c","eu-central-1a","eu-central-1b"]}""");

        Assert.Equal(
            ["default-in-eu-central-1c", "default-in-eu-central-1a", "default-in-eu-central-1b"],
            (await OutputUtilities.GetValueAsync(run.Component<Network>().PublicSubnetIds)).AsEnumerable());
        Assert.DoesNotContain(run.Calls, call => call.Token == "aws:index/getAvailabilityZones:getAvailabilityZones");
        Assert.All(
            run.Calls.Where(call => call.Token == "aws:ec2/getSubnet:getSubnet"),
            call => Assert.Equal((true, "default-vpc"), (call.Args["defaultForAz"], call.Args["vpcId"])));
    }

    [Fact]
    public async Task DefaultVpc_WithSubnetIds_UsesThoseSubnets()
    {
        var run = await Run("""{"default":true,"publicSubnetIds":["subnet-0a100000","subnet-0a200000"],"isolatedSubnetIds":["subnet-0c100000","subnet-0c200000"]}""");

        Assert.Equal(["subnet-0a100000", "subnet-0a200000"], (await OutputUtilities.GetValueAsync(run.Component<Network>().PublicSubnetIds)).AsEnumerable());
        Assert.Equal("aws:ec2/getVpc:getVpc", Assert.Single(run.Calls).Token);
    }

    [Fact]
    public async Task DefaultVpc_WithNewPrivateSubnets_PlacesTheDatabaseInThem()
    {
        var run = await Run(
            """
            {"default":true,"newSubnets":{"zones":["eu-central-1a","eu-central-1b"],"privateCidrs":["172.31.241.0/27","172.31.241.32/27"],"natGatewayIds":["nat-0a"]}}
            """);

        Assert.Equal(
            ["Subnet:shop-network-subnets-private-eu-central-1a", "Subnet:shop-network-subnets-private-eu-central-1b"],
            (await OutputUtilities.GetValueAsync(run.Component<Network>().IsolatedSubnetIds)).AsEnumerable());
    }

    [Fact]
    public async Task NewSubnets_InEachTier_HaveTheRouteOfTheTier()
    {
        var run = await Run(NewSubnets);

        Assert.Equal(6, run.All<Ec2.Subnet>().Count);
        Assert.Equal(6, run.All<Ec2.RouteTable>().Count);
        Assert.Equal(6, run.All<Ec2.RouteTableAssociation>().Count);
        Assert.Equal(
            [
                "shop-network-subnets-public-eu-central-1a internet-gateway-id",
                "shop-network-subnets-public-eu-central-1b internet-gateway-id",
                "shop-network-subnets-private-eu-central-1a nat-0a",
                "shop-network-subnets-private-eu-central-1b nat-0a",
            ],
            run.All<Ec2.Route>().Select(route => $"{route.Name} {(route.Has("gatewayId") ? route["gatewayId"] : route["natGatewayId"])}"));
        Assert.All(run.All<Ec2.Route>(), route => Assert.Equal("0.0.0.0/0", route["destinationCidrBlock"]));
    }

    [Fact]
    public async Task NewSubnet_Public_AssignsNoPublicIpAndHasItsOwnRouteTable()
    {
        var run = await Run(NewSubnets);
        const string Name = "shop-network-subnets-public-eu-central-1a";

        ResourceAssert.Inputs(
            """{"vpcId":"vpc-0a000000","cidrBlock":"10.9.0.0/27","availabilityZone":"eu-central-1a","mapPublicIpOnLaunch":false}""",
            run.Find<Ec2.Subnet>(Name));
        ResourceAssert.Inputs(
            $$"""{"subnetId":"Subnet:{{Name}}","routeTableId":"RouteTable:{{Name}}"}""", run.Find<Ec2.RouteTableAssociation>(Name));
        Assert.Equal($"RouteTable:{Name}", run.Find<Ec2.Route>(Name)["routeTableId"]);
    }

    [Fact]
    public async Task NewSubnets_WithOneNatGatewayPerZone_RouteToThemInOrder()
    {
        var run = await Run(NewSubnets.Replace("\"nat-0a\"", "\"nat-0a\", \"nat-0b\"", StringComparison.Ordinal));

        Assert.Equal(
            ["nat-0a", "nat-0b"],
            run.All<Ec2.Route>().Where(route => route.Has("natGatewayId")).Select(route => route["natGatewayId"]));
    }

    private static Task<StackRun> Run(string existing) => StackRun.OfComponent(context => _ = new Network(
        "shop-network",
        new NetworkArgs { Context = context, Existing = TestConfigs.With(("network", "-"), ("existingNetwork", existing)).ExistingNetwork }));
}
