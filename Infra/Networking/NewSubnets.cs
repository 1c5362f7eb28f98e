using Pulumi;

namespace Infra.Networking;

internal sealed record NewSubnetsArgs
{
    public required NewSubnetsConfig Config { get; init; }

    public required Output<string> VpcId { get; init; }
}

/// <summary>New subnets in an existing VPC. Each has its own route table, so that the VPC's main route table does not apply.</summary>
internal sealed class NewSubnets : ComponentResource
{
    private const string Type = "infra:index:NewSubnets";

    private readonly string _name;
    private readonly NewSubnetsArgs _args;

    public NewSubnets(string name, NewSubnetsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var config = args.Config;
        Public = config.PublicCidrs is { } publicCidrs ? CreatePublic(publicCidrs) : null;
        Private = config.PrivateCidrs is { } privateCidrs ? CreatePrivate(privateCidrs) : null;
        Isolated = config.IsolatedCidrs is { } isolatedCidrs ? CreateTier("isolated", isolatedCidrs, _ => null) : null;
        RegisterOutputs();
    }

    /// <summary>In the order of the Availability Zones; null without new subnets in the tier.</summary>
    public IReadOnlyList<NamedSubnet>? Public { get; }

    public IReadOnlyList<NamedSubnet>? Private { get; }

    public IReadOnlyList<NamedSubnet>? Isolated { get; }

    private List<NamedSubnet> CreatePublic(IReadOnlyList<string> cidrs)
    {
        var gatewayId = VpcLookups.FindInternetGatewayId(_args.VpcId, new InvokeOptions { Parent = this });
        return CreateTier("public", cidrs, _ => new Ec2.RouteArgs { GatewayId = gatewayId });
    }

    private List<NamedSubnet> CreatePrivate(IReadOnlyList<string> cidrs)
    {
        var gateways = _args.Config.NatGatewayIds;
        return CreateTier("private", cidrs, zone =>
            gateways.Count == 0 ? null : new Ec2.RouteArgs { NatGatewayId = gateways[gateways.Count == 1 ? 0 : zone] });
    }

    private List<NamedSubnet> CreateTier(string tier, IReadOnlyList<string> cidrs, Func<int, Ec2.RouteArgs?> planRoute) =>
        [.. cidrs.Select((cidr, zone) => CreateSubnet($"{_name}-{tier}-{_args.Config.Zones[zone]}", cidr, zone, planRoute(zone)))];

    private NamedSubnet CreateSubnet(string name, string cidr, int zone, Ec2.RouteArgs? route)
    {
        var subnet = new Ec2.Subnet(
            name,
            new Ec2.SubnetArgs
            {
                VpcId = _args.VpcId,
                CidrBlock = cidr,
                AvailabilityZone = _args.Config.Zones[zone],
                MapPublicIpOnLaunch = false,
            },
            this.Child());
        var table = new Ec2.RouteTable(name, new Ec2.RouteTableArgs { VpcId = _args.VpcId }, this.Child());
        _ = new Ec2.RouteTableAssociation(
            name, new Ec2.RouteTableAssociationArgs { SubnetId = subnet.Id, RouteTableId = table.Id }, this.Child());
        if (route is not null)
        {
            route.RouteTableId = table.Id;
            route.DestinationCidrBlock = TrafficPlan.AnyIpv4;
            _ = new Ec2.Route(name, route, this.Child());
        }

        return new NamedSubnet(_args.Config.Zones[zone], subnet.Id);
    }
}
