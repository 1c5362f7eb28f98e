using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Tests.Diagrams.Support;

/// <summary>Diagrams of stacks that are larger and odder than any stack file, the same for the same seed.</summary>
internal sealed class GeneratedDiagrams(int seed)
{
    private readonly Random _random = new(seed);

    public Diagram Next()
    {
        ImmutableArray<string> zones = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(zone => $"eu-central-1{(char)('a' + zone)}")];
        Band[] bands = [Edge(), .. new[] { BandKind.Public, BandKind.Private, BandKind.Isolated }.Select(kind => Inside(kind, zones)), Regional()];
        var peers = bands.SelectMany(band => band.Nodes).Where(node => node.Kind is not (NodeKind.Domain or NodeKind.Bucket)).ToList();
        return new Diagram
        {
            Title = Words(1, 6),
            Network = [new Fact("vpc", "VPC 10.0.0.0/16"), .. Facts("network")],
            Zones = zones,
            Bands = [.. bands],
            Arrows =
            [
                .. Enumerable.Range(0, _random.Next(1, 20))
                    .Select(_ => (From: Any(peers).Id, To: Any(peers).Id))
                    .Distinct()
                    .Where(pair => !IsAtTheEdge(pair.To))
                    .Select(pair => new Arrow(pair.From, pair.To, Ports())),
            ],
            Comparison = _random.Next(2) == 0 ? null : ("HEAD:Pulumi.dev.yaml", Words(1, 8)),
        };
    }

    private static bool IsAtTheEdge(string id) => id == "internet" || id.StartsWith("sg-", StringComparison.Ordinal);

    private Band Edge() => new(
        BandKind.Edge,
        [],
        [
            Node("internet", NodeKind.Internet),
            .. Enumerable.Range(0, _random.Next(4)).Select(number => Node($"edge-{number}", NodeKind.Domain)),
            .. Enumerable.Range(0, _random.Next(2)).Select(number => Node($"sg-{number}", NodeKind.LoadBalancer)),
        ]);

    private Band Inside(BandKind kind, ImmutableArray<string> zones) => new(
        kind,
        [.. zones.Where(_ => _random.Next(8) > 0).Select(zone => new Subnet(zone, [new Fact("cidr", "10.100.200.0/24"), .. Gateway()]))],
        [
            .. Enumerable.Range(0, _random.Next(6)).Select(number =>
                Node($"{kind}-{number}", Any([NodeKind.Service, NodeKind.Job, NodeKind.Database, NodeKind.FileSystems])) with
                {
                    Zones = [.. zones.Where((zone, number) => number < 2 || _random.Next(4) > 0)],
                    Exposure = _random.Next(3) == 0 ? "public IP address" : null,
                }),
        ]);

    private Band Regional() => new(BandKind.Regional, [], [.. Enumerable.Range(0, _random.Next(9)).Select(number => Node($"bucket-{number}", NodeKind.Bucket))]);

    private DiagramNode Node(string id, NodeKind kind) => new() { Id = id, Kind = kind, Title = Words(1, 5), Facts = Facts(id), State = State() };

    private ImmutableArray<Fact> Facts(string prefix) =>
    [
        .. Enumerable.Range(0, _random.Next(9)).Select(number =>
            new Fact($"{prefix}-{number}", Words(1, 12), _random.Next(2) == 0 ? FactSide.Left : FactSide.Right, State())),
    ];

    private Fact[] Gateway() => _random.Next(2) == 0 ? [] : [new Fact(Subnet.Gateway, "NAT gateway", State: State())];

    private ImmutableArray<Fact> Ports() =>
        [.. Enumerable.Range(0, _random.Next(1, 4)).Select(number => new Fact($"{number}", $"{_random.Next(1, 65536)}", State: State()))];

    private string Words(int fewest, int most) => string.Join(' ', Enumerable.Range(0, _random.Next(fewest, most)).Select(_ => new string('w', _random.Next(1, 15))));

    private ChangeState State() => _random.Next(3) == 0 ? Any([ChangeState.New, ChangeState.Gone, ChangeState.Changed]) : ChangeState.Same;

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
