using Infra.Networking;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Networking;

public class Ipv6RoutesTests
{
    [Fact]
    public async Task Ipv6Routes_TwoZones_CreateOneGatewayAndFourRoutes()
    {
        var run = await Run();

        ResourceAssert.Kinds(run, "EgressOnlyInternetGateway", "Route", "Route", "Route", "Route");
        ResourceAssert.Inputs("""{"vpcId":"vpc-0a000000"}""", run.Single<Ec2.EgressOnlyInternetGateway>());
    }

    [Theory]
    [InlineData("eu-central-1a", "subnet-0a100000")]
    [InlineData("eu-central-1b", "subnet-0a200000")]
    public async Task Ipv6Routes_PublicSubnet_RoutesToTheInternetGateway(string zone, string subnet)
    {
        var route = (await Run()).Find<Ec2.Route>($"shop-network-ipv6-public-{zone}");

        ResourceAssert.Inputs(
            $$"""{"routeTableId":"route-table-of-{{subnet}}","destinationIpv6CidrBlock":"::/0","gatewayId":"internet-gateway-id"}""",
            route);
    }

    [Theory]
    [InlineData("eu-central-1a", "subnet-0b100000")]
    [InlineData("eu-central-1b", "subnet-0b200000")]
    public async Task Ipv6Routes_PrivateSubnet_RoutesToTheEgressOnlyGateway(string zone, string subnet)
    {
        var route = (await Run()).Find<Ec2.Route>($"shop-network-ipv6-private-{zone}");

        ResourceAssert.Inputs(
            $$"""
            {
              "routeTableId": "route-table-of-{{subnet}}",
              "destinationIpv6CidrBlock": "::/0",
              "egressOnlyGatewayId": "EgressOnlyInternetGateway:shop-network-ipv6"
            }
            """,
            route);
    }

    [Fact]
    public async Task Ipv6Routes_TwoZones_LookUpOneGatewayAndFourRouteTables()
    {
        var run = await Run();

        Assert.Single(run.Calls, call => call.Token == "aws:ec2/getInternetGateway:getInternetGateway");
        Assert.Equal(4, run.Calls.Count(call => call.Token == "aws:ec2/getRouteTable:getRouteTable"));
        Assert.Equal(5, run.Calls.Count);
    }

    private static Task<StackRun> Run() => TestParts.Run(TestConfigs.Minimal, parts =>
    {
        var network = parts.Network;
        _ = new Ipv6Routes(
            "shop-network-ipv6",
            new Ipv6RoutesArgs
            {
                Layout = new NetworkLayout
                {
                    VpcId = network.VpcId,
                    Public = [new("eu-central-1a", Output.Create("subnet-0a100000")), new("eu-central-1b", Output.Create("subnet-0a200000"))],
                    Private = [new("eu-central-1a", Output.Create("subnet-0b100000")), new("eu-central-1b", Output.Create("subnet-0b200000"))],
                    Isolated = [],
                },
            },
            network.ChildComponent());
    });
}
