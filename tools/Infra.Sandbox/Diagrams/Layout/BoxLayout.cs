using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>Places the texts of a box.</summary>
internal static class BoxLayout
{
    public const int TitleSize = 13;
    public const int TextSize = 11;
    public const int IconSize = 20;
    public const int IconInset = 10;

    /// <summary>The height of a baseline above the lower edge of a label.</summary>
    public const int Descent = 4;

    private const int TextInset = 40;
    private const int Padding = 10;
    private const int TitleHeight = 18;
    private const int LineHeight = 16;
    private const int ColumnGap = 20;

    // Wide boxes have what they are on the left, and what they reach on the right.
    private const int TwoColumns = 480;

    public static int Height(DiagramNode node, int width) => (2 * Padding) + TitleHeight + (LineHeight * ColumnsOf(node, width).Max(column => column.Lines.Length));

    public static PlacedBox Place(DiagramNode node, Frame frame)
    {
        var labels = ImmutableArray.CreateBuilder<PlacedLabel>();
        var top = frame.Y + Padding;
        var exposure = HasExposureBesideTitle(node, frame.Width) ? TextMetrics.Width(node.Exposure!, TextSize) : 0;
        var titleWidth = frame.Width - TextInset - Padding - (exposure == 0 ? 0 : exposure + ColumnGap);
        labels.Add(Label(frame.X + TextInset, top, titleWidth, TitleHeight, TextMetrics.Fit(node.Title, titleWidth, TitleSize, isBold: true), LabelKind.BoxTitle));
        if (exposure > 0)
        {
            labels.Add(new PlacedLabel(
                new Frame(frame.Right - Padding - exposure, top, exposure, TitleHeight), LineOf(node.Exposure!), LabelKind.Exposure, LabelAnchor.End));
        }

        foreach (var column in ColumnsOf(node, frame.Width))
        {
            labels.AddRange(column.Lines.Select((line, row) => new PlacedLabel(
                new Frame(frame.X + column.X, top + TitleHeight + (row * LineHeight), column.Width, LineHeight), line, LabelKind.BoxText, LabelAnchor.Start)));
        }

        return new PlacedBox(node, frame, labels.ToImmutable());
    }

    private static PlacedLabel Label(int x, int y, int width, int height, string text, LabelKind kind) =>
        new(new Frame(x, y, width, height), LineOf(text), kind, LabelAnchor.Start);

    private static TextLine LineOf(string text) => new([new TextSpan(text, ChangeState.Same)]);

    private static bool HasExposureBesideTitle(DiagramNode node, int width) => node.Exposure is not null && width >= TwoColumns;

    private static IEnumerable<(int X, int Width, ImmutableArray<TextLine> Lines)> ColumnsOf(DiagramNode node, int width)
    {
        var inner = width - TextInset - Padding;
        if (width < TwoColumns || node.Facts.All(fact => fact.Side == FactSide.Left))
        {
            var facts = node.Exposure is { } exposure && width < TwoColumns ? node.Facts.Insert(0, new Fact("exposure", exposure)) : node.Facts;
            return [(TextInset, inner, TextFlow.Lines(facts, inner, TextSize))];
        }

        var half = (inner - ColumnGap) / 2;
        return
        [
            (TextInset, half, TextFlow.Lines(node.Facts.Where(fact => fact.Side == FactSide.Left), half, TextSize)),
            (TextInset + half + ColumnGap, half, TextFlow.Lines(node.Facts.Where(fact => fact.Side == FactSide.Right), half, TextSize)),
        ];
    }
}
