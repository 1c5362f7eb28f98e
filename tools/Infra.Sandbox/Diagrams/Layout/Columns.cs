using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>The horizontal places: the lanes beside the boxes, and the Availability Zones between them.</summary>
internal sealed class Columns
{
    public const int Width = 900;
    public const int Margin = 12;
    public const int ArrowHead = 8;

    private const int VpcInset = 8;
    private const int StripWidth = 22;
    private const int LaneWidth = 12;
    private const int LabelGap = 6;
    private const int EmptyGutter = 14;
    private const int ZoneGap = 10;

    // A zone's frame stands out from the boxes in it.
    private const int ZoneInset = 8;
    private const int GridGap = 10;

    private readonly ImmutableArray<string> _zones;
    private readonly int _leftLabels;
    private readonly int _rightLabels;
    private readonly int _edgeLeft;
    private readonly int _edgeRight;

    public Columns(Diagram diagram, ArrowPlan plan)
    {
        _zones = diagram.Zones;
        (_leftLabels, _rightLabels) = (LabelWidth(plan.Left), LabelWidth(plan.Right));
        Left = BandX + StripWidth + GutterWidth(plan.Left, _leftLabels);
        Right = BandX + BandWidth - GutterWidth(plan.Right, _rightLabels);
        var edge = diagram.Bands.Where(band => band.Kind == BandKind.Edge).SelectMany(band => band.Nodes).Select(node => node.Id).ToHashSet();
        (_edgeLeft, _edgeRight) = (EndIn(plan.Left, edge) ? Left : OuterLeft, EndIn(plan.Right, edge) ? Right : OuterRight);
    }

    public static int BandX => Margin + VpcInset;

    public static int BandWidth => Width - (2 * BandX);

    private static int OuterLeft => BandX + StripWidth + EmptyGutter;

    private static int OuterRight => BandX + BandWidth - EmptyGutter;

    /// <summary>The left edge of boxes that use all zones.</summary>
    public int Left { get; }

    /// <summary>The right edge of boxes that use all zones.</summary>
    public int Right { get; }

    public Frame Zone(int number, int y, int height)
    {
        var width = (Right - Left + (2 * ZoneInset) - (ZoneGap * (_zones.Length - 1))) / _zones.Length;
        var x = Left - ZoneInset + (number * (width + ZoneGap));
        return new Frame(x, y, (number == _zones.Length - 1 ? Right + ZoneInset : x + width) - x, height);
    }

    /// <summary>The left and right edge of a box in some zones.</summary>
    public (int X, int Width) BoxIn(ImmutableArray<string> zones)
    {
        if (zones.IsEmpty || _zones.IsEmpty)
        {
            return (Left, Right - Left);
        }

        var numbers = zones.Select(zone => _zones.IndexOf(zone)).Where(number => number >= 0).ToList();
        var (first, last) = (Zone(numbers.Min(), 0, 0), Zone(numbers.Max(), 0, 0));
        return (first.X + ZoneInset, last.Right - ZoneInset - first.X - ZoneInset);
    }

    /// <summary>The left edge and width of one of several boxes in a row.</summary>
    public (int X, int Width) BoxOf(BandKind band, int number, int count)
    {
        var (left, right) = band == BandKind.Edge ? (_edgeLeft, _edgeRight) : (OuterLeft, OuterRight);
        var width = (right - left - (GridGap * (count - 1))) / count;
        var x = left + (number * (width + GridGap));
        return (x, (number == count - 1 ? right : x + width) - x);
    }

    public int LaneX(Trunk trunk) => trunk.IsRight
        ? Right + ZoneInset + LabelGap + _rightLabels + (trunk.Lane * LaneWidth)
        : Left - ZoneInset - LabelGap - _leftLabels - (trunk.Lane * LaneWidth);

    /// <summary>The place of the label of a line that ends at one side of the boxes.</summary>
    public Frame LabelAt(Trunk trunk, int y, int width) => trunk.IsRight
        ? new Frame(Right + ZoneInset + LabelGap, y, width, ArrowLabels.Height)
        : new Frame(Left - ZoneInset - LabelGap - width, y, width, ArrowLabels.Height);

    private static bool EndIn(ImmutableArray<Trunk> trunks, HashSet<string> nodes) =>
        trunks.SelectMany(trunk => trunk.Arrows).Any(arrow => nodes.Contains(arrow.From) || nodes.Contains(arrow.To));

    private static int LabelWidth(ImmutableArray<Trunk> trunks) =>
        trunks.SelectMany(trunk => trunk.Arrows).Select(arrow => ArrowLabels.Width(arrow) + LabelGap).DefaultIfEmpty().Max();

    private static int GutterWidth(ImmutableArray<Trunk> trunks, int labels) => trunks.IsEmpty
        ? EmptyGutter
        : ZoneInset + LabelGap + labels + ((trunks.Max(trunk => trunk.Lane) + 1) * LaneWidth);
}
