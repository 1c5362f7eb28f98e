using Infra.Sandbox.Evaluation.Awsx;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests;

public sealed class AwsxVpcExpansionTests
{
    [Theory]
    [InlineData("None", 0, 2)] // public subnets have a route in any case
    [InlineData("Single", 1, 4)]
    [InlineData("OnePerAz", 2, 4)]
    public void NatStrategy_DecidesGatewaysAndRoutes(string strategy, int gateways, int routes)
    {
        var vpc = Expand(AwsxVpc.Inputs(strategy));

        Assert.Equal(gateways, Count(vpc, "aws:ec2/natGateway:NatGateway"));
        Assert.Equal(gateways, Count(vpc, "aws:ec2/eip:Eip"));
        Assert.Equal(routes, Count(vpc, "aws:ec2/route:Route"));
        Assert.Equal(6, Count(vpc, "aws:ec2/subnet:Subnet"));
        Assert.Equal(6, Count(vpc, "aws:ec2/routeTable:RouteTable"));
        Assert.Equal(6, Count(vpc, "aws:ec2/routeTableAssociation:RouteTableAssociation"));
    }

    [Theory]
    [InlineData("Single", "shop-private-1", "shop-1")]
    [InlineData("Single", "shop-private-2", "shop-1")]
    [InlineData("OnePerAz", "shop-private-1", "shop-1")]
    [InlineData("OnePerAz", "shop-private-2", "shop-2")]
    public void PrivateSubnet_IsRoutedThroughTheGatewayOfItsZone(string strategy, string subnet, string gateway)
    {
        var route = Find(Expand(AwsxVpc.Inputs(strategy)), "aws:ec2/route:Route", subnet);

        Assert.Equal($"${{aws:ec2/natGateway:NatGateway::{gateway}.id}}", route.Inputs.Text("natGatewayId"));
        Assert.Equal($"${{aws:ec2/routeTable:RouteTable::{subnet}.id}}", route.Inputs.Text("routeTableId"));
        Assert.Equal("0.0.0.0/0", route.Inputs.Text("destinationCidrBlock"));
    }

    [Fact]
    public void Subnets_AreOrderedByZoneWithPublicFirst() => Assert.Equal(
        """
        shop-public-1 eu-west-1a 10.0.0.0/24 public
        shop-private-1 eu-west-1a 10.0.2.0/24
        shop-isolated-1 eu-west-1a 10.0.4.0/24
        shop-public-2 eu-west-1b 10.0.1.0/24 public
        shop-private-2 eu-west-1b 10.0.3.0/24
        shop-isolated-2 eu-west-1b 10.0.5.0/24
        """,
        string.Join('\n', Expand(AwsxVpc.Inputs()).Resources.Where(IsSubnet).Select(Describe)));

    [Fact]
    public void Resources_HaveAwsxParents()
    {
        var vpc = Expand(AwsxVpc.Inputs("Single"));

        Assert.Equal(AwsxKeys.Component("shop"), vpc.Resources.First().Parent);
        Assert.Equal(AwsxKeys.Vpc("shop"), Find(vpc, "aws:ec2/internetGateway:InternetGateway", "shop").Parent);
        Assert.Equal(AwsxKeys.Vpc("shop"), Find(vpc, "aws:ec2/subnet:Subnet", "shop-public-1").Parent);
        Assert.Equal(AwsxKeys.Subnet("shop-public-1"), Find(vpc, "aws:ec2/natGateway:NatGateway", "shop-1").Parent);
        Assert.Equal(AwsxKeys.RouteTable("shop-public-1"), Find(vpc, "aws:ec2/route:Route", "shop-public-1").Parent);
    }

    [Fact]
    public void DualStack_AssignsEachSubnetAnIpv6Block()
    {
        var subnets = Expand(AwsxVpc.Inputs(dualStack: true)).Resources.Where(IsSubnet).ToList();

        Assert.Equal(
            ["0", "2", "4", "1", "3", "5"],
            subnets.Select(subnet => subnet.Inputs.Text("ipv6CidrBlock")!.Replace("${aws:ec2/vpc:Vpc::shop.ipv6CidrBlock#", "").TrimEnd('}')));
        Assert.All(subnets, subnet => Assert.True(subnet.Inputs.Flag("assignIpv6AddressOnCreation")));
    }

    [Fact]
    public void GatewayEndpoint_IsNamedAfterItsServiceAndCoversAllRouteTables()
    {
        var endpoint = Find(Expand(AwsxVpc.Inputs()), "aws:ec2/vpcEndpoint:VpcEndpoint", "com.amazonaws.eu-west-1.s3");

        Assert.Equal(6, endpoint.Inputs.Texts("routeTableIds").Distinct().Count());
        Assert.Equal("Gateway", endpoint.Inputs.Text("vpcEndpointType"));
    }

    [Fact]
    public void Tags_OfSubnets_IncludeNameAndType()
    {
        var vpc = Expand(AwsxVpc.Inputs("Single"));

        Assert.Equal("Name=shop-dev team=web", Tags(vpc.Resources.First()));
        Assert.Equal("Name=shop-private-2 SubnetType=Private team=web", Tags(Find(vpc, "aws:ec2/subnet:Subnet", "shop-private-2")));
        Assert.Equal("Name=shop-1 team=web", Tags(Find(vpc, "aws:ec2/natGateway:NatGateway", "shop-1")));
    }

    [Fact]
    public void Outputs_AreSymbolsOfTheChildResources()
    {
        var outputs = Expand(AwsxVpc.Inputs()).Outputs;

        Assert.Equal("${aws:ec2/vpc:Vpc::shop.id}", outputs["vpcId"]);
        Assert.Equal(
            ["${aws:ec2/subnet:Subnet::shop-public-1.id}", "${aws:ec2/subnet:Subnet::shop-public-2.id}"],
            Assert.IsType<List<object>>(outputs["publicSubnetIds"]));
    }

    [Theory]
    [InlineData("availabilityZoneNames", "availabilityZoneNames is missing; which zones a region has only AWS knows")]
    [InlineData("subnetStrategy", "subnetStrategy must be Auto or Exact")]
    [InlineData("subnetSpecs", "subnetSpecs is missing")]
    public void InputThatNeedsAwsCalls_IsAnError(string missing, string problem)
    {
        var inputs = new PropertyValue.Map(AwsxVpc.Inputs().Entries.Remove(missing));

        Assert.Equal(
            $"the sandbox cannot expand awsx:ec2:Vpc shop: {problem}",
            Assert.Throws<NotSupportedException>(() => Expand(inputs)).Message);
    }

    private static AwsxVpcExpansion Expand(PropertyValue.Map inputs) => AwsxVpcExpansion.Of("shop", inputs);

    private static int Count(AwsxVpcExpansion vpc, string type) => vpc.Resources.Count(resource => resource.Key.Type == type);

    private static ResourceNode Find(AwsxVpcExpansion vpc, string type, string name) =>
        Assert.Single(vpc.Resources, resource => resource.Key == new ResourceKey(type, name));

    private static bool IsSubnet(ResourceNode resource) => resource.Key.Type == "aws:ec2/subnet:Subnet";

    private static string Describe(ResourceNode subnet) => string.Join(' ',
    [
        subnet.Key.Name,
        subnet.Inputs.Text("availabilityZone")!,
        subnet.Inputs.Text("cidrBlock")!,
        .. subnet.Inputs.Flag("mapPublicIpOnLaunch") == true ? ["public"] : Array.Empty<string>(),
    ]);

    private static string Tags(ResourceNode resource) =>
        string.Join(' ', resource.Inputs.Map("tags").Entries.Select(tag => $"{tag.Key}={((PropertyValue.Text)tag.Value).Value}"));
}
