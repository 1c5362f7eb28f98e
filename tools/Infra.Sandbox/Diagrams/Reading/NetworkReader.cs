using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads the VPC with its subnets, and finds where a resource is from the subnets it names.</summary>
internal sealed class NetworkReader
{
    private const string SubnetLookup = "aws:ec2/getSubnet:getSubnet";

    // The zones of a subnet that is only known by its id.
    private const string UnknownZones = "existing subnets";

    private static readonly BandKind[] Tiers = [BandKind.Public, BandKind.Private, BandKind.Isolated];

    private readonly StackIndex _index;
    private readonly Dictionary<ResourceKey, string?> _wayOut;
    private readonly Dictionary<string, BandKind> _tierOfId = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _zones = new(StringComparer.Ordinal);

    public NetworkReader(StackIndex index)
    {
        _index = index;
        _wayOut = index.Of(Types.RouteTableAssociation)
            .Select(association => (Subnet: index.Find(association.Inputs.Text("subnetId")), Way: WayOutOf(association.Inputs.Text("routeTableId"))))
            .Where(way => way.Subnet is not null)
            .ToDictionary(way => way.Subnet!.Key, way => way.Way);
        _zones.UnionWith(index.Of(Types.Subnet).Select(ZoneOf));
    }

    /// <summary>The zones that are in use, once everything has been placed.</summary>
    public ImmutableArray<string> Zones => [.. _zones];

    public ImmutableArray<Fact> Facts()
    {
        var vpc = _index.Of(Types.Vpc).FirstOrDefault();
        var facts = new FactList
        {
            { "vpc", vpc is null ? ExistingVpc() : $"VPC {vpc.Inputs.Text("cidrBlock")}" },
            { "ipv6", vpc?.Inputs.Flag("assignGeneratedIpv6CidrBlock") == true ? "IPv4 and IPv6" : null },
            { "flowLogs", _index.Of(Types.FlowLog).Any() ? "flow logs" : null },
        };
        foreach (var endpoint in _index.Of(Types.VpcEndpoint).Where(endpoint => endpoint.Inputs.Text("vpcEndpointType") == "Gateway"))
        {
            var service = ServiceOf(endpoint);
            facts.Add($"endpoint:{service}", $"gateway endpoint for {service.ToUpperInvariant()}");
        }

        return facts.ToImmutable();
    }

    /// <summary>The service of a VPC endpoint: <c>ecr.api</c>.</summary>
    public static string ServiceOf(ResourceNode endpoint)
    {
        var parts = (endpoint.Inputs.Text("serviceName") ?? "").Split('.');
        return string.Join('.', parts.Skip(3));
    }

    public ImmutableArray<Subnet> SubnetsOf(BandKind band) =>
    [
        .. _index.Of(Types.Subnet)
            .Where(subnet => TierOf(subnet) == band)
            .OrderBy(ZoneOf, StringComparer.Ordinal)
            .Select(subnet => new Subnet(ZoneOf(subnet), new FactList
            {
                { "cidr", subnet.Inputs.Text("cidrBlock") },
                { Subnet.Gateway, HasNatGateway(subnet) ? "NAT gateway" : null },
            }.ToImmutable())),
    ];

    /// <summary>Finds the place of a part.</summary>
    /// <param name="subnets">The ids of its subnets.</param>
    /// <param name="fallback">The tier of subnets that are known by their ids only.</param>
    public Placement Place(IEnumerable<string> subnets, BandKind fallback)
    {
        var places = subnets.Select(subnet => PlaceOf(subnet, fallback)).ToList();
        _zones.UnionWith(places.Select(place => place.Zone));
        return new Placement(
            places.Count == 0 ? fallback : Tiers.First(tier => places.Any(place => place.Tier == tier)),
            [.. places.Select(place => place.Zone).Distinct().Order(StringComparer.Ordinal)],
            places.Select(place => place.WayOut).FirstOrDefault(way => way is not null));
    }

    private string ExistingVpc()
    {
        var id = _index.Of(Types.SecurityGroup).Select(group => group.Inputs.Text("vpcId")).FirstOrDefault();
        return id is null ? "existing VPC" : Symbol.Parse(id) is null ? $"existing VPC {id}" : "default VPC";
    }

    private (string Zone, BandKind Tier, string? WayOut) PlaceOf(string reference, BandKind fallback)
    {
        if (_index.Find(reference) is { } subnet)
        {
            return (ZoneOf(subnet), TierOf(subnet), _wayOut.GetValueOrDefault(subnet.Key));
        }

        if (Symbol.Parse(reference) is { Resource.Type: SubnetLookup } symbol)
        {
            // Default subnets are public.
            return (LookedUpZone(symbol), BandKind.Public, WayOut: null);
        }

        if (!_tierOfId.TryGetValue(reference, out var tier))
        {
            _tierOfId[reference] = tier = fallback;
        }

        return (UnknownZones, tier, tier == BandKind.Isolated ? null : "the existing route");
    }

    private string LookedUpZone(Symbol lookup)
    {
        var zone = _index.Graph.Lookups.FirstOrDefault(one => one.Key == lookup.Resource)?.Arguments.Text("availabilityZone");
        return zone is null ? UnknownZones
            : Symbol.Parse(zone) is { Path: var path } ? $"zone {int.Parse(path.Trim(']').Split('[')[^1], CultureInfo.InvariantCulture) + 1}"
            : zone;
    }

    private string? WayOutOf(string? routeTable)
    {
        var routes = _index.Of(Types.Route).Where(route => route.Inputs.Text("routeTableId") == routeTable).ToList();
        return routes.Any(route => route.Inputs.Text("gatewayId") is not null) ? "the internet gateway"
            : routes.Select(route => route.Inputs.Text("natGatewayId")).FirstOrDefault(id => id is not null) is not { } nat ? null
            : _index.Find(nat) is null ? "an existing NAT gateway" : "the NAT gateway";
    }

    private bool HasNatGateway(ResourceNode subnet) =>
        _index.Of(Types.NatGateway).Any(gateway => _index.Find(gateway.Inputs.Text("subnetId"))?.Key == subnet.Key);

    private static string ZoneOf(ResourceNode subnet) => subnet.Inputs.Text("availabilityZone") ?? UnknownZones;

    private static BandKind TierOf(ResourceNode subnet)
    {
        var kind = subnet.Inputs.Map("tags").Text("SubnetType");
        return Tiers.FirstOrDefault(
            tier => kind == $"{tier}" || (kind is null && subnet.Key.Name.Contains($"-{tier}-", StringComparison.OrdinalIgnoreCase)),
            BandKind.Private);
    }
}
