using Infra.Sandbox.Diagrams.Layout;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Svg;

/// <summary>The title, and what arrows and colors mean.</summary>
internal static class SvgLegend
{
    private const int TextSize = 11;
    private const int TitleSize = 18;
    private const int Baseline = 28;
    private const int SampleWidth = 24;
    private const int Gap = 8;
    private const int EntryGap = 18;

    private static readonly (string Class, string Text)[] Arrows = [("open", "TCP port open to addresses"), ("", "TCP port open to a security group")];
    private static readonly (string Class, string Text)[] States = [("new", "new"), ("changed", "changed"), ("gone", "gone")];

    public static void Write(XmlText xml, Picture picture)
    {
        var x = Columns.Width - Columns.BandX;
        var isComparison = picture.Diagram.Comparison is not null;
        foreach (var (name, text) in (isComparison ? States : Arrows).Reverse())
        {
            x -= TextMetrics.Width(text, TextSize);
            xml.Line($"<text x=\"{x}\" y=\"{Baseline}\">{text}</text>");
            x -= Gap + SampleWidth;
            xml.Line(isComparison ? Swatch(name, x) : Sample(name, x));
            x -= EntryGap;
        }

        var title = TextMetrics.Fit(picture.Diagram.Title, x - Columns.BandX, TitleSize, isBold: true);
        xml.Line($"<text class=\"title\" x=\"{Columns.BandX}\" y=\"{Baseline}\">{XmlText.Escape(title)}</text>");
        if (picture.Diagram.Comparison is { } files)
        {
            var text = TextMetrics.Fit($"from {files.From} to {files.To}", Columns.BandWidth, TextSize);
            xml.Line($"<text x=\"{Columns.BandX}\" y=\"{Baseline + 18}\">{XmlText.Escape(text)}</text>");
        }
    }

    private static string Swatch(string name, int x) =>
        $"<rect class=\"box {name}\" x=\"{x}\" y=\"{Baseline - 11}\" width=\"{SampleWidth}\" height=\"14\" rx=\"3\"/>";

    private static string Sample(string name, int x)
    {
        var (suffix, y, tip) = (name.Length == 0 ? "" : $" {name}", Baseline - 4, x + SampleWidth);
        return $"<path class=\"line{suffix}\" d=\"M{x} {y}H{tip - 6}\"/><path class=\"head{suffix}\" d=\"M{tip} {y}l-8 -4v8z\"/>";
    }
}
