using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diagrams.Reading;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Comparison;

/// <summary>One diagram of two: what is new, gone and changed.</summary>
internal sealed class DiagramComparison
{
    private readonly HashSet<ResourceKey> _changed;

    /// <param name="running">The graph of the running stack.</param>
    /// <param name="wanted">The graph of the stack as it is asked for.</param>
    /// <param name="plan">The update from one to the other.</param>
    private DiagramComparison(ResourceGraph running, ResourceGraph wanted, UpdatePlan plan)
    {
        var parents = running.Resources.Concat(wanted.Resources)
            .DistinctBy(node => node.Key)
            .ToDictionary(node => node.Key, node => node.Parent);
        _changed = [];
        foreach (var change in plan.Changes)
        {
            for (ResourceKey? key = change.Key; key is { } one && _changed.Add(one);)
            {
                key = parents.GetValueOrDefault(one);
            }
        }
    }

    public static Diagram Of(ResourceGraph running, ResourceGraph wanted, UpdatePlan plan) =>
        new DiagramComparison(running, wanted, plan).Merge(DiagramReader.Read(running), DiagramReader.Read(wanted));

    private Diagram Merge(Diagram old, Diagram @new) => @new with
    {
        Network = Facts(old.Network, @new.Network),
        Zones = [.. old.Zones.Union(@new.Zones).Order(StringComparer.Ordinal)],
        Bands =
        [
            .. Enum.GetValues<BandKind>()
                .Select(kind => (Old: old.Bands.FirstOrDefault(band => band.Kind == kind), New: @new.Bands.FirstOrDefault(band => band.Kind == kind)))
                .Where(band => band.Old is not null || band.New is not null)
                .Select(band => Bands(band.Old, band.New, old, @new)),
        ],
        Arrows =
        [
            .. Pairing.Merge(old.Arrows, @new.Arrows, arrow => (arrow.From, arrow.To))
                .Select(pair => (pair.New ?? pair.Old)! with { Ports = Facts(pair.Old?.Ports ?? [], pair.New?.Ports ?? []) }),
        ],
    };

    // A box that moves to another band is gone in one and changed in the other, where its arrows are.
    private Band Bands(Band? old, Band? @new, Diagram before, Diagram after)
    {
        var kind = (@new ?? old)!.Kind;
        return new Band(
            kind,
            [
                .. Pairing.Merge(old?.Subnets ?? [], @new?.Subnets ?? [], subnet => subnet.Zone)
                    .Select(pair => (pair.New ?? pair.Old)! with { Facts = Facts(pair.Old?.Facts ?? [], pair.New?.Facts ?? []) })
                    .OrderBy(subnet => subnet.Zone, StringComparer.Ordinal),
            ],
            [
                .. Pairing.Merge(old?.Nodes ?? [], @new?.Nodes ?? [], node => node.Id)
                    .Select(pair => (pair.Old, pair.New) switch
                    {
                        (null, { } node) when Find(before, node.Id) is { } moved => Both(moved, node) with { State = ChangeState.Changed },
                        (null, { } node) => node with { State = ChangeState.New },
                        ({ } node, null) => node with { State = ChangeState.Gone, Id = Find(after, node.Id) is null ? node.Id : $"{node.Id} as it runs" },
                        ({ } one, { } other) => Both(one, other),
                        _ => throw new InvalidOperationException("a pair has at least one side"),
                    }),
            ]);
    }

    private static DiagramNode? Find(Diagram diagram, string id) => diagram.Nodes.FirstOrDefault(node => node.Id == id);

    private DiagramNode Both(DiagramNode old, DiagramNode @new)
    {
        var facts = Facts(old.Facts, @new.Facts);
        var isChanged = facts.Any(fact => fact.State != ChangeState.Same)
            || old.Title != @new.Title
            || old.Exposure != @new.Exposure
            || !old.Zones.SequenceEqual(@new.Zones)
            || @new.Resources.Concat(old.Resources).Any(_changed.Contains);
        return @new with
        {
            Facts = facts,
            Zones = [.. old.Zones.Union(@new.Zones).Order(StringComparer.Ordinal)],
            State = isChanged ? ChangeState.Changed : ChangeState.Same,
        };
    }

    // What only becomes longer is understood without its old text.
    private static string ChangeText(string old, string @new) => @new.StartsWith(old, StringComparison.Ordinal) ? @new : $"{old} → {@new}";

    private static ImmutableArray<Fact> Facts(ImmutableArray<Fact> old, ImmutableArray<Fact> @new) =>
    [
        .. Pairing.Merge(old, @new, fact => fact.Key).Select(pair => pair switch
        {
            { Old: null, New: { } added } => added with { State = ChangeState.New },
            { Old: { } removed, New: null } => removed with { State = ChangeState.Gone },
            { Old: { } before, New: { } after } when before.Text == after.Text => after,
            { Old: { } before, New: { } after } => after with { Text = ChangeText(before.Text, after.Text), State = ChangeState.Changed },
            _ => throw new InvalidOperationException("a pair has at least one side"),
        }),
    ];
}
