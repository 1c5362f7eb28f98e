using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>
/// Decides the way of each arrow: straight from a row to the next, or along a lane beside the boxes. Lanes on the left start at one
/// sender and lead to its receivers; those on the right start at all senders and lead to one receiver.
/// </summary>
internal sealed class ArrowPlan
{
    private readonly Dictionary<string, int> _rowOf;
    private readonly ILookup<string, Slot> _slots;

    /// <param name="diagram">The diagram.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="notStraight">Arrows for which there is no room between two rows.</param>
    public ArrowPlan(Diagram diagram, ImmutableArray<Row> rows, IReadOnlySet<Arrow> notStraight)
    {
        _rowOf = rows.SelectMany((row, number) => row.Nodes.Select(node => (node.Id, number)))
            .DistinctBy(node => node.Id)
            .ToDictionary(node => node.Id, node => node.number);
        var drawn = diagram.Arrows.Where(arrow => _rowOf.ContainsKey(arrow.From) && _rowOf.ContainsKey(arrow.To)).ToList();
        Straight = [.. drawn.Where(arrow => Distance(arrow) == 1 && !notStraight.Contains(arrow))];
        var kinds = diagram.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => node.Kind);
        var others = drawn.Except(Straight).ToLookup(arrow => arrow.From == arrow.To || (IsStore(kinds[arrow.To]) && rows[_rowOf[arrow.From]].Columns is null));
        Left = LanesOf(others[false].GroupBy(arrow => arrow.From), isRight: false);
        Right = LanesOf(others[true].GroupBy(arrow => $"{arrow.To} {arrow.PortsText}"), isRight: true);
        _slots = Left.Concat(Right).SelectMany(SlotsOf).ToLookup(slot => slot.Node, StringComparer.Ordinal);
    }

    public ImmutableArray<Arrow> Straight { get; }

    public ImmutableArray<Trunk> Left { get; }

    public ImmutableArray<Trunk> Right { get; }

    public int RowOf(string node) => _rowOf[node];

    /// <summary>Tells whether an arrow passes between a row and the next one.</summary>
    public bool HasStraight(int upper) => Straight.Any(arrow => Math.Min(RowOf(arrow.From), RowOf(arrow.To)) == upper);

    /// <summary>The number of lines that end at one side of a box.</summary>
    public int SlotCount(string node, bool isRight) => _slots[node].Count(slot => slot.Trunk.IsRight == isRight);

    /// <summary>The place of a line's end among those at the same side of a box, from the top.</summary>
    public int SlotNumber(string node, Trunk trunk, bool isLast = false) => _slots[node]
        .Where(slot => slot.Trunk.IsRight == trunk.IsRight)
        .OrderBy(slot => slot.Direction)
        .ThenBy(slot => slot.Direction < 0 ? slot.Trunk.Lane : -slot.Trunk.Lane)
        .ThenBy(slot => slot.IsLast)
        .TakeWhile(slot => slot.Trunk != trunk || slot.IsLast != isLast)
        .Count();

    private int Distance(Arrow arrow) => Math.Abs(RowOf(arrow.From) - RowOf(arrow.To));

    private static bool IsStore(NodeKind kind) => kind is NodeKind.Database or NodeKind.Cache or NodeKind.FileSystems or NodeKind.Endpoints;

    // Short lines are next to the boxes, and lines that do not pass each other share a lane.
    private ImmutableArray<Trunk> LanesOf(IEnumerable<IGrouping<string, Arrow>> groups, bool isRight)
    {
        var lanes = new List<List<(int First, int Last)>>();
        var trunks = ImmutableArray.CreateBuilder<Trunk>();
        foreach (var arrows in groups.OrderBy(arrows => Span(arrows).Last - Span(arrows).First).ThenBy(arrows => Span(arrows).First))
        {
            var span = Span(arrows);
            var lane = lanes.FindIndex(taken => taken.All(other => other.Last < span.First || span.Last < other.First));
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add([]);
            }

            lanes[lane].Add(span);
            trunks.Add(new Trunk([.. arrows], isRight, lane));
        }

        return trunks.ToImmutable();
    }

    private (int First, int Last) Span(IEnumerable<Arrow> arrows)
    {
        var rows = arrows.SelectMany(arrow => new[] { RowOf(arrow.From), RowOf(arrow.To) }).ToList();
        return (rows.Min(), rows.Max());
    }

    private IEnumerable<Slot> SlotsOf(Trunk trunk)
    {
        var ends = trunk.Arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().ToList();
        return ends.Count == 1
            ? [new Slot(ends[0], trunk, 0, IsLast: false), new Slot(ends[0], trunk, 0, IsLast: true)]
            : ends.Select(end => new Slot(end, trunk, Math.Sign(ends.Sum(other => RowOf(other) - RowOf(end))), IsLast: false));
    }

    private sealed record Slot(string Node, Trunk Trunk, int Direction, bool IsLast);
}

/// <summary>Arrows that share a line beside the boxes.</summary>
internal sealed record Trunk(ImmutableArray<Arrow> Arrows, bool IsRight, int Lane);
