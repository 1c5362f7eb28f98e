using Pulumi;

namespace Infra.Networking;

internal sealed record Ipv6RoutesArgs
{
    public required NetworkLayout Layout { get; init; }
}

/// <summary>
/// The way to the internet over IPv6: both ways from public subnets, outwards only from private ones. awsx gives subnets
/// IPv6 addresses but no such routes (pulumi-awsx#2143).
/// </summary>
internal sealed class Ipv6Routes : ComponentResource
{
    private const string Type = "infra:index:Ipv6Routes";

    private readonly string _name;

    public Ipv6Routes(string name, Ipv6RoutesArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        _name = name;
        var internetGatewayId = InternetGatewayLookup.IdOf(args.Layout.VpcId, this);
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
