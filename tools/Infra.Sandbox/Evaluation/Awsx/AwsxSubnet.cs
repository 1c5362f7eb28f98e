using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

/// <summary>One subnet of a VPC component, with its route table and NAT gateway.</summary>
internal sealed class AwsxSubnet
{
    private const string AnyAddress = "0.0.0.0/0";

    private static readonly string[] TypesInOrder = ["Public", "Private", "Isolated"];

    private readonly AwsxVpcInputs _vpc;
    private readonly AwsxSubnetSpec _spec;
    private readonly int _zone;
    private readonly int _position;

    private AwsxSubnet(AwsxVpcInputs vpc, AwsxSubnetSpec spec, int zone, int position) =>
        (_vpc, _spec, _zone, _position) = (vpc, spec, zone, position);

    /// <summary>The logical name of the subnet and its route table.</summary>
    public string Name => $"{_vpc.Name}-{_spec.Name}-{_zone + 1}";

    public string Type => _spec.Type;

    private bool IsPublic => Type == TypesInOrder[0];

    private bool IsPrivate => Type == TypesInOrder[1];

    private ResourceKey Vpc => AwsxKeys.Vpc(_vpc.Name);

    private ResourceKey RouteTable => AwsxKeys.RouteTable(Name);

    private PropertyValue.Map OwnTags => PropertyValue.Map.Of([new("Name", Name), new("SubnetType", Type)]);

    /// <summary>All subnets of a VPC by zone, public subnets first.</summary>
    public static IReadOnlyList<AwsxSubnet> In(AwsxVpcInputs vpc)
    {
        var specs = vpc.SubnetSpecs
            .Where(spec => TypesInOrder.Contains(spec.Type))
            .OrderBy(spec => Array.IndexOf(TypesInOrder, spec.Type))
            .ToList();
        return
        [
            .. Enumerable.Range(0, vpc.Zones.Length).SelectMany(zone => specs.Select((spec, position) => new AwsxSubnet(vpc, spec, zone, position))),
        ];
    }

    public IEnumerable<ResourceNode> Resources()
    {
        yield return Subnet();
        yield return AwsxNode.Inside(
            AwsxKeys.Subnet(Name), RouteTable, ("vpcId", new Symbol(Vpc, "id")), ("tags", _vpc.SharedTags.With(OwnTags)));
        yield return AwsxNode.Inside(
            RouteTable,
            AwsxKeys.RouteTableAssociation(Name),
            ("routeTableId", new Symbol(RouteTable, "id")),
            ("subnetId", new Symbol(AwsxKeys.Subnet(Name), "id")));
        foreach (var resource in NatGateway())
        {
            yield return resource;
        }

        if (DefaultRoute() is { } route)
        {
            yield return route;
        }
    }

    private ResourceNode Subnet() => AwsxNode.Inside(
        Vpc,
        AwsxKeys.Subnet(Name),
        ("vpcId", new Symbol(Vpc, "id")),
        ("availabilityZone", _vpc.Zones[_zone]),
        ("mapPublicIpOnLaunch", IsPublic),
        ("cidrBlock", _spec.CidrBlocks[_zone]),
        ("assignIpv6AddressOnCreation", _spec.AssignsIpv6),
        ("ipv6CidrBlock", _spec.AssignsIpv6 ? new Symbol(Vpc, $"ipv6CidrBlock#{_zone + (_position * _vpc.Zones.Length)}") : null),
        ("tags", _vpc.SharedTags.With(_spec.Tags).With(OwnTags)));

    // In the first subnet of the zone, which is public if the VPC has public subnets.
    private IEnumerable<ResourceNode> NatGateway()
    {
        if (_position > 0 || _vpc.NatZoneFor(_zone) != _zone)
        {
            yield break;
        }

        var subnet = AwsxKeys.Subnet(Name);
        var (gateway, address) = (AwsxKeys.NatGateway(_vpc.Name, _zone), AwsxKeys.NatAddress(_vpc.Name, _zone));
        var tags = _vpc.Tags.With([new("Name", gateway.Name)]);
        var isNew = _vpc.AllocationIds.IsEmpty;
        if (isNew)
        {
            yield return AwsxNode.Inside(subnet, address, ("tags", tags));
        }

        yield return AwsxNode.Inside(
            subnet,
            gateway,
            ("subnetId", new Symbol(subnet, "id")),
            ("allocationId", isNew ? new Symbol(address, "allocationId") : _vpc.AllocationIds[_zone]),
            ("tags", tags));
    }

    private ResourceNode? DefaultRoute() =>
        IsPublic ? RouteThrough("gatewayId", AwsxKeys.InternetGateway(_vpc.Name))
        : IsPrivate && _vpc.NatZoneFor(_zone) is { } zone ? RouteThrough("natGatewayId", AwsxKeys.NatGateway(_vpc.Name, zone))
        : null;

    private ResourceNode RouteThrough(string input, ResourceKey gateway) => AwsxNode.Inside(
        RouteTable,
        AwsxKeys.Route(Name),
        ("routeTableId", new Symbol(RouteTable, "id")),
        (input, new Symbol(gateway, "id")),
        ("destinationCidrBlock", AnyAddress));
}
