using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Layout;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Svg;

/// <summary>Writes a diagram as an SVG: the same bytes for the same diagram, texts as text.</summary>
internal sealed class SvgWriter
{
    private const int CornerRadius = 6;
    private const int HeadLength = Columns.ArrowHead;
    private const int HeadHalf = 4;

    private readonly Picture _picture;
    private readonly XmlText _xml = new();

    private SvgWriter(Picture picture) => _picture = picture;

    public static string Text(Diagram diagram)
    {
        var writer = new SvgWriter(LayoutEngine.Layout(diagram));
        writer.Write();
        return writer._xml.ToString();
    }

    private void Write()
    {
        var (width, height) = (_picture.Width, _picture.Height);
        _xml.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\""
            + " role=\"img\" aria-labelledby=\"title desc\">");
        _xml.Line($"<title id=\"title\">{XmlText.Escape(DiagramWords.Title(_picture.Diagram))}</title>");
        _xml.Line($"<desc id=\"desc\">{XmlText.Escape(DiagramWords.Description(_picture.Diagram))}</desc>");
        _xml.Line($"<style>\n{SvgStyle.Text.ReplaceLineEndings("\n")}\n</style>");
        _xml.Line($"<rect class=\"page\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>");
        SvgLegend.Write(_xml, _picture);
        WriteBands();
        foreach (var label in _picture.Labels)
        {
            if (label.Kind == LabelKind.Gateway)
            {
                _xml.Line(Rectangle(Classes("box", label.Line.Spans[0].State), label.Frame, label.Frame.Height / 2));
            }

            WriteLabel(label);
        }

        foreach (var box in _picture.Boxes)
        {
            WriteBox(box);
        }

        // Where arrows share a line, the part that stays is drawn over the part that changes.
        foreach (var arrow in _picture.Arrows.OrderBy(arrow => arrow.Arrow.State == ChangeState.Same))
        {
            WriteArrow(arrow);
        }

        _xml.Line("</svg>");
    }

    private void WriteBands()
    {
        if (_picture.Vpc is { } vpc)
        {
            _xml.Line(Rectangle("vpc", vpc, 6));
        }

        foreach (var band in _picture.Bands)
        {
            _xml.Line(Rectangle(band.Kind.ToString().ToLowerInvariant(), band.Frame, 4));
            if (band.HasName)
            {
                var (x, y) = (band.Frame.X + 15, band.Frame.Y + (band.Frame.Height / 2));
                _xml.Line($"<text class=\"band-name mid\" transform=\"translate({x} {y}) rotate(-90)\">{Name(band)}</text>");
            }
        }

        foreach (var zone in _picture.Zones)
        {
            _xml.Line(Rectangle("zone-frame", zone, 6));
        }
    }

    // The name is as long as the band is high.
    private static string Name(PlacedBand band)
    {
        var name = DiagramWords.Band(band.Kind);
        return TextMetrics.Width(name, BoxLayout.TextSize, isBold: true) + name.Length > band.Frame.Height ? name.Split(' ')[0] : name;
    }

    private void WriteBox(PlacedBox box)
    {
        _xml.Line($"<g><title>{XmlText.Escape(DiagramWords.Details(box.Node))}</title>");
        _xml.Line(Rectangle(Classes("box", box.Node.State), box.Frame, 4));
        var (icon, path) = Icons.Of(box.Node.Kind);
        _xml.Line($"<g class=\"icon\" transform=\"translate({box.Frame.X + BoxLayout.IconInset} {box.Frame.Y + BoxLayout.IconInset})\">"
            + $"<rect class=\"{icon}\" width=\"{BoxLayout.IconSize}\" height=\"{BoxLayout.IconSize}\" rx=\"4\"/><path d=\"{path}\"/></g>");
        foreach (var label in box.Labels)
        {
            WriteLabel(label);
        }

        _xml.Line("</g>");
    }

    private void WriteLabel(PlacedLabel label)
    {
        var kind = label.Kind switch
        {
            LabelKind.BoxTitle => "box-title",
            LabelKind.BoxText => "text",
            LabelKind.Zone => "zone",
            LabelKind.Exposure => "exposure",
            LabelKind.Port => "port",
            LabelKind.Band => "band-name",
            LabelKind.Gateway => "text",
            _ => "",
        };
        var (anchor, x) = label.Anchor switch
        {
            LabelAnchor.End => ("end", label.Frame.Right),
            LabelAnchor.Middle => ("mid", label.Frame.X + (label.Frame.Width / 2)),
            _ => ("", label.Frame.X),
        };
        var classes = string.Join(' ', new[] { kind, anchor }.Where(name => name.Length > 0));
        var y = label.Frame.Bottom - BoxLayout.Descent;
        _xml.Line($"<text{(classes.Length == 0 ? "" : $" class=\"{classes}\"")} x=\"{x}\" y=\"{y}\">{string.Concat(label.Line.Spans.Select(Span))}</text>");
    }

    private static string Span(TextSpan span) => span.State == ChangeState.Same
        ? XmlText.Escape(span.Text)
        : $"<tspan class=\"{DiagramWords.Class(span.State)}\">{XmlText.Escape(span.Text)}</tspan>";

    private void WriteArrow(PlacedArrow arrow)
    {
        var look = arrow.Arrow.State == ChangeState.Same && IsFromInternet(arrow.Arrow) ? "open" : DiagramWords.Class(arrow.Arrow.State);
        var suffix = look.Length == 0 ? "" : $" {look}";
        _xml.Line($"<path class=\"line{suffix}\" d=\"{PathOf(arrow.Points)}\"/><path class=\"head{suffix}\" d=\"{HeadOf(arrow.Points)}\"/>");
        if (arrow.Label is { } label)
        {
            WriteLabel(label);
        }
    }

    private bool IsFromInternet(Arrow arrow) => _picture.Diagram.Nodes.Any(node => node.Id == arrow.From && node.Kind == NodeKind.Internet);

    // Ends inside the head, so that the tip is sharp, and is round at its corners.
    private static string PathOf(ImmutableArray<Point> points)
    {
        var end = Towards(points[^1], points[^2], HeadLength - 2);
        var path = $"M{points[0].X} {points[0].Y}";
        for (var corner = 1; corner < points.Length - 1; corner++)
        {
            var radius = Math.Min(CornerRadius, Math.Min(Distance(points[corner - 1], points[corner]), Distance(points[corner], points[corner + 1])) / 2);
            var (before, after) = (Towards(points[corner], points[corner - 1], radius), Towards(points[corner], points[corner + 1], radius));
            path += $"L{before.X} {before.Y}Q{points[corner].X} {points[corner].Y} {after.X} {after.Y}";
        }

        return $"{path}L{end.X} {end.Y}";
    }

    private static string HeadOf(ImmutableArray<Point> points)
    {
        var (tip, root) = (points[^1], Towards(points[^1], points[^2], HeadLength));
        return tip.X == root.X
            ? $"M{tip.X} {tip.Y}L{root.X - HeadHalf} {root.Y}h{2 * HeadHalf}z"
            : $"M{tip.X} {tip.Y}L{root.X} {root.Y - HeadHalf}v{2 * HeadHalf}z";
    }

    private static Point Towards(Point from, Point to, int distance) =>
        new(from.X + (Math.Sign(to.X - from.X) * distance), from.Y + (Math.Sign(to.Y - from.Y) * distance));

    private static int Distance(Point one, Point other) => Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y);

    private static string Classes(string name, ChangeState state) => state == ChangeState.Same ? name : $"{name} {DiagramWords.Class(state)}";

    private static string Rectangle(string classes, Frame frame, int radius) =>
        $"<rect class=\"{classes}\" x=\"{frame.X}\" y=\"{frame.Y}\" width=\"{frame.Width}\" height=\"{frame.Height}\" rx=\"{radius}\"/>";
}
