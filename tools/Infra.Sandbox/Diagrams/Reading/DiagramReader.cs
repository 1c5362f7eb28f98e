using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Makes the diagram of a graph.</summary>
internal static class DiagramReader
{
    public static Diagram Read(ResourceGraph graph)
    {
        var index = new StackIndex(graph);
        var network = new NetworkReader(index);
        var groups = new SecurityGroupReader(index);
        // Subnets that are only known by their ids are of the tier of the first who use them.
        var balancers = new LoadBalancerReader(index, network, groups);
        var capacity = new CapacityReader(index, network, groups);
        List<PlacedNode> placed =
        [
            .. balancers.Read(),
            .. new ServiceReader(index, network, groups).Read(),
            .. new JobReader(index, network, groups).Read(),
            .. capacity.Instances(),
            .. capacity.Endpoints(),
            .. new StoreReader(index, network, groups).Read(),
        ];
        placed = [.. placed.Where(one => !IsOnInstances(one)), .. placed.Where(IsOnInstances).Select(one => OnInstances(one, placed))];
        placed.AddRange(Unknown(groups, placed));
        var arrows = groups.Arrows(EdgeReader.Internet);
        DiagramNode[] edge = [.. new EdgeReader(index, groups).Read(), .. balancers.Existing()];
        return new Diagram
        {
            Title = graph.Region is { } region ? $"{index.Title} in {region}" : index.Title,
            Network = network.Facts(),
            Zones = network.Zones,
            Bands =
            [
                new Band(BandKind.Edge, [], [.. edge]),
                .. new[] { BandKind.Public, BandKind.Private, BandKind.Isolated }.Select(tier => BandOf(tier, network, placed)).OfType<Band>(),
                .. new RegionalReader(index).Read().ToImmutableArray() is { IsEmpty: false } regional ? [new Band(BandKind.Regional, [], regional)] : (Band[])[],
            ],
            Arrows = Ordered(arrows, [.. edge, .. placed.Select(one => one.Node)]),
        };
    }

    // No rule goes unseen, even if nothing that the diagram shows is in its group.
    private static IEnumerable<PlacedNode> Unknown(SecurityGroupReader groups, List<PlacedNode> placed) => groups.Rules
        .SelectMany(rule => new[] { rule.IsFromAddresses ? null : rule.From, rule.IsToAddresses ? null : rule.To })
        .OfType<string>()
        .Except(groups.ExistingGroups)
        .Except(placed.Select(one => one.Node.Id))
        .Select(group => new PlacedNode(
            BandKind.Private, new DiagramNode { Id = group, Kind = NodeKind.SecurityGroup, Title = $"Security group {group}" }))
        .ToList();

    // Tasks in host network mode have no network interface of their own.
    private static bool IsOnInstances(PlacedNode one) => one.Node is { Kind: NodeKind.Service or NodeKind.Job, Zones.IsEmpty: true };

    private static PlacedNode OnInstances(PlacedNode one, List<PlacedNode> all) => all.Find(other => other.Node.Kind == NodeKind.Instances) is { } instances
        ? new PlacedNode(instances.Band, one.Node with { Zones = instances.Node.Zones })
        : one;

    private static Band? BandOf(BandKind tier, NetworkReader network, List<PlacedNode> placed)
    {
        ImmutableArray<DiagramNode> nodes = [.. placed.Where(one => one.Band == tier).Select(one => one.Node)];
        var subnets = network.SubnetsOf(tier);
        return nodes.IsEmpty && subnets.IsEmpty ? null : new Band(tier, subnets, nodes);
    }

    private static ImmutableArray<Arrow> Ordered(ImmutableArray<Arrow> arrows, ImmutableArray<DiagramNode> nodes)
    {
        var place = nodes.Select((node, position) => (node.Id, position)).DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => node.position);
        return [.. arrows.OrderBy(arrow => place.GetValueOrDefault(arrow.From, int.MaxValue)).ThenBy(arrow => place.GetValueOrDefault(arrow.To, int.MaxValue))];
    }
}
