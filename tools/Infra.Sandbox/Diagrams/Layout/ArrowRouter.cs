using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>Draws each arrow on the way that it is planned on.</summary>
internal sealed class ArrowRouter
{
    private const int PreferredInset = 128;
    private const int Step = 6;
    private const int Clearance = 8;
    private const int LabelGap = 6;

    private readonly ArrowPlan _plan;
    private readonly Columns _columns;
    private readonly Dictionary<string, Frame> _boxes;
    private readonly List<PlacedLabel> _labels;
    private readonly ImmutableArray<Frame> _zones;
    private readonly Dictionary<Arrow, int> _straightX = [];

    public ArrowRouter(ArrowPlan plan, Columns columns, List<PlacedBox> boxes, List<PlacedLabel> labels, ImmutableArray<Frame> zones)
    {
        (_plan, _columns, _labels, _zones) = (plan, columns, labels, zones);
        _boxes = boxes.DistinctBy(box => box.Node.Id).ToDictionary(box => box.Node.Id, box => box.Frame);
        var preferred = CommonX();
        foreach (var arrow in plan.Straight)
        {
            if (FindX(arrow, preferred) is { } x)
            {
                _straightX[arrow] = x;
            }
        }
    }

    /// <summary>The arrows that were planned to be straight, and for which there is no room.</summary>
    public ImmutableArray<Arrow> WithoutRoom() => [.. _plan.Straight.Where(arrow => !_straightX.ContainsKey(arrow))];

    public ImmutableArray<PlacedArrow> Arrows() =>
        [.. _plan.Straight.Select(Straight), .. _plan.Left.SelectMany(FanOut), .. _plan.Right.SelectMany(FanIn)];

    private PlacedArrow Straight(Arrow arrow)
    {
        var (from, to) = (_boxes[arrow.From], _boxes[arrow.To]);
        var x = _straightX[arrow];
        var isDown = from.Y < to.Y;
        return new PlacedArrow(
            arrow,
            [new Point(x, isDown ? from.Bottom : from.Y), new Point(x, isDown ? to.Y : to.Bottom)],
            ArrowLabels.Place(arrow, LabelOf(arrow, x), LabelAnchor.Start));
    }

    // Beside the head of the arrow.
    private Frame LabelOf(Arrow arrow, int x)
    {
        var (from, to) = (_boxes[arrow.From], _boxes[arrow.To]);
        var y = from.Y < to.Y ? to.Y - ArrowLabels.Height - LabelGap : to.Bottom + LabelGap;
        return new Frame(x + LabelGap, y, ArrowLabels.Width(arrow), ArrowLabels.Height);
    }

    // Arrows in one line are calmer than each at its own place.
    private int CommonX()
    {
        var preferred = _columns.Left + PreferredInset;
        return Near(preferred).Cast<int?>().FirstOrDefault(x => _plan.Straight.All(arrow => IsFree(arrow, x!.Value))) ?? preferred;
    }

    private int? FindX(Arrow arrow, int preferred) => Near(preferred)
        .Cast<int?>()
        .FirstOrDefault(x => IsFree(arrow, x!.Value) && !_straightX.Any(other => Room(other.Key, other.Value).Overlaps(Room(arrow, x.Value))));

    private static IEnumerable<int> Near(int preferred) =>
        Enumerable.Range(0, Columns.Width / Step).SelectMany(step => new[] { preferred - (step * Step), preferred + (step * Step) });

    // Whether boxes are above and below, and no label or frame of a zone is in the way.
    private bool IsFree(Arrow arrow, int x)
    {
        var (from, to) = (_boxes[arrow.From], _boxes[arrow.To]);
        var room = Room(arrow, x);
        var line = room with { Width = 2 * Clearance };
        return room.X >= Math.Max(from.X, to.X)
            && room.Right <= Math.Min(from.Right, to.Right)
            && !_labels.Any(other => other.Frame.Overlaps(line) || other.Frame.Overlaps(LabelOf(arrow, x)))
            && !_zones.Any(zone => zone.Y < room.Bottom && (IsBetween(zone.X, room) || IsBetween(zone.Right, room)));
    }

    // What an arrow and its label need between two boxes.
    private Frame Room(Arrow arrow, int x)
    {
        var (from, to) = (_boxes[arrow.From], _boxes[arrow.To]);
        var top = Math.Min(from.Bottom, to.Bottom);
        return new Frame(x - Clearance, top, Clearance + LabelGap + ArrowLabels.Width(arrow) + Clearance, Math.Max(from.Y, to.Y) - top);
    }

    private static bool IsBetween(int x, Frame frame) => x >= frame.X && x <= frame.Right;

    private IEnumerable<PlacedArrow> FanOut(Trunk trunk) => trunk.Arrows.Select(arrow => Along(trunk, arrow, hasLabel: true));

    private IEnumerable<PlacedArrow> FanIn(Trunk trunk) => trunk.Arrows.Select((arrow, number) => Along(trunk, arrow, hasLabel: number == 0));

    private PlacedArrow Along(Trunk trunk, Arrow arrow, bool hasLabel)
    {
        var start = EndOf(arrow.From, trunk, isLast: false);
        var end = EndOf(arrow.To, trunk, isLast: arrow.From == arrow.To);
        var lane = _columns.LaneX(trunk);
        var label = _columns.LabelAt(trunk, end.Y - ArrowLabels.Height - 1, ArrowLabels.Width(arrow));
        return new PlacedArrow(
            arrow,
            [start, start with { X = lane }, end with { X = lane }, end],
            hasLabel ? ArrowLabels.Place(arrow, label, trunk.IsRight ? LabelAnchor.Start : LabelAnchor.End) : null);
    }

    private Point EndOf(string node, Trunk trunk, bool isLast)
    {
        var box = _boxes[node];
        var count = _plan.SlotCount(node, trunk.IsRight);
        var y = box.Y + (box.Height * (_plan.SlotNumber(node, trunk, isLast) + 1) / (count + 1));
        return new Point(trunk.IsRight ? box.Right : box.X, y);
    }
}
