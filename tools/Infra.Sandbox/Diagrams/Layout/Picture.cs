using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>A diagram with the place of everything, in pixels.</summary>
internal sealed record Picture
{
    public required Diagram Diagram { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required ImmutableArray<PlacedBand> Bands { get; init; }

    /// <summary>The frame around the bands inside the VPC; null without any.</summary>
    public required Frame? Vpc { get; init; }

    public required ImmutableArray<Frame> Zones { get; init; }

    /// <summary>Labels of the VPC, its zones and subnets.</summary>
    public required ImmutableArray<PlacedLabel> Labels { get; init; }

    public required ImmutableArray<PlacedBox> Boxes { get; init; }

    public required ImmutableArray<PlacedArrow> Arrows { get; init; }
}

internal readonly record struct Frame(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public bool Overlaps(Frame other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}

internal readonly record struct Point(int X, int Y);

/// <summary>A band; its name is among the labels where there is no room for it at the side.</summary>
internal sealed record PlacedBand(BandKind Kind, Frame Frame, bool HasName);

/// <summary>A text on one line.</summary>
/// <param name="Frame">The area that it covers at most; its baseline is above the lower edge.</param>
/// <param name="Line">The text.</param>
/// <param name="Kind">Its look.</param>
/// <param name="Anchor">The point of the frame at which it is fixed.</param>
internal sealed record PlacedLabel(Frame Frame, TextLine Line, LabelKind Kind, LabelAnchor Anchor);

internal enum LabelKind
{
    Network,
    Zone,
    Subnet,
    Gateway,
    Band,
    BoxTitle,
    BoxText,
    Exposure,
    Port,
}

internal enum LabelAnchor
{
    Start,
    Middle,
    End,
}

internal sealed record PlacedBox(DiagramNode Node, Frame Frame, ImmutableArray<PlacedLabel> Labels);

/// <summary>An arrow with corners at its points, and the label with its ports; null where another arrow of the same line has it.</summary>
internal sealed record PlacedArrow(Arrow Arrow, ImmutableArray<Point> Points, PlacedLabel? Label);
