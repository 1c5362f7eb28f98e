using Infra.Planning;
using Pulumi;

namespace Infra.Components.Networking;

internal sealed record Ipv6RoutesArgs
{
    public required NetworkLayout Layout { get; init; }

    public required IReadOnlyList<string> Zones { get; init; }
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
        var internetGatewayId = FindInternetGateway(args.Layout.VpcId);
        var egressOnly = CreateEgressOnlyGateway(args.Layout.VpcId);
        for (var index = 0; index < args.Zones.Count; index++)
        {
            var zone = args.Zones[index];
            CreateRoute($"public-{zone}", args.Layout.PublicSubnetIds.GetAt(index), new Ec2.RouteArgs { GatewayId = internetGatewayId });
            CreateRoute($"private-{zone}", args.Layout.PrivateSubnetIds.GetAt(index), new Ec2.RouteArgs { EgressOnlyGatewayId = egressOnly.Id });
        }

        RegisterOutputs();
    }

    private Output<string> FindInternetGateway(Output<string> vpcId) => Ec2.GetInternetGateway
        .Invoke(
            new Ec2.GetInternetGatewayInvokeArgs
            {
                Filters = [new Ec2.Inputs.GetInternetGatewayFilterInputArgs { Name = "attachment.vpc-id", Values = [vpcId] }],
            },
            new InvokeOptions { Parent = this })
        .Apply(gateway => gateway.InternetGatewayId);

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
