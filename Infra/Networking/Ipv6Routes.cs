using Pulumi;

namespace Infra.Networking;

internal sealed record Ipv6RoutesArgs
{
    public required NetworkLayout Layout { get; init; }
}

/// <summary>
/// Default routes for IPv6: to the internet gateway from public subnets, to an egress-only one from private subnets. awsx gives
/// subnets IPv6 addresses but no such routes (pulumi-awsx#2143).
/// </summary>
internal sealed class Ipv6Routes : ComponentResource
{
    private const string Type = "infra:index:Ipv6Routes";

    private readonly string _name;

    public Ipv6Routes(string name, Ipv6RoutesArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var internetGatewayId = VpcLookups.FindInternetGatewayId(args.Layout.VpcId, new InvokeOptions { Parent = this });
        var egressOnly = CreateEgressOnlyGateway(args.Layout.VpcId);
        foreach (var (publicSubnet, privateSubnet) in args.Layout.Public.Zip(args.Layout.Private))
        {
            CreateRoute($"public-{publicSubnet.Name}", publicSubnet.Id, new Ec2.RouteArgs { GatewayId = internetGatewayId });
            CreateRoute($"private-{privateSubnet.Name}", privateSubnet.Id, new Ec2.RouteArgs { EgressOnlyGatewayId = egressOnly.Id });
        }

        RegisterOutputs();
    }

    private Ec2.EgressOnlyInternetGateway CreateEgressOnlyGateway(Output<string> vpcId) =>
        new(_name, new Ec2.EgressOnlyInternetGatewayArgs { VpcId = vpcId }, this.Child());

    private void CreateRoute(string suffix, Output<string> subnetId, Ec2.RouteArgs route)
    {
        route.RouteTableId = Ec2.GetRouteTable
            .Invoke(new Ec2.GetRouteTableInvokeArgs { SubnetId = subnetId }, new InvokeOptions { Parent = this })
            .Apply(table => table.RouteTableId);
        route.DestinationIpv6CidrBlock = TrafficPlan.AnyIpv6;
        _ = new Ec2.Route($"{_name}-{suffix}", route, this.Child());
    }
}
