using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

/// <summary>Keys of the resources that awsx creates for a VPC.</summary>
internal static class AwsxKeys
{
    private const string VpcType = "aws:ec2/vpc:Vpc";
    private const string SubnetType = "aws:ec2/subnet:Subnet";

    public static ResourceKey Component(string vpc) => new("awsx:ec2:Vpc", vpc);

    public static ResourceKey Vpc(string vpc) => new(VpcType, vpc);

    public static ResourceKey InternetGateway(string vpc) => new("aws:ec2/internetGateway:InternetGateway", vpc);

    public static ResourceKey Subnet(string subnet) => new(SubnetType, subnet);

    public static ResourceKey RouteTable(string subnet) => new("aws:ec2/routeTable:RouteTable", subnet);

    public static ResourceKey RouteTableAssociation(string subnet) => new("aws:ec2/routeTableAssociation:RouteTableAssociation", subnet);

    public static ResourceKey Route(string subnet) => new("aws:ec2/route:Route", subnet);

    public static ResourceKey NatGateway(string vpc, int zoneIndex) => new("aws:ec2/natGateway:NatGateway", $"{vpc}-{zoneIndex + 1}");

    public static ResourceKey NatAddress(string vpc, int zoneIndex) => new("aws:ec2/eip:Eip", $"{vpc}-{zoneIndex + 1}");

    public static ResourceKey Endpoint(string service) => new("aws:ec2/vpcEndpoint:VpcEndpoint", service);

    /// <summary>The internet gateway of a VPC.</summary>
    public static ResourceKey? InternetGatewayOf(ResourceKey resource) => resource.Type == VpcType ? InternetGateway(resource.Name) : null;

    /// <summary>The route table of a subnet.</summary>
    public static ResourceKey? RouteTableOf(ResourceKey resource) => resource.Type == SubnetType ? RouteTable(resource.Name) : null;
}
