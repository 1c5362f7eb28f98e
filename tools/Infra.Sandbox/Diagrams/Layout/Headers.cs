using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>The labels of the VPC, its zones and subnets. They are on the right, where arrows between rows are not.</summary>
internal static class Headers
{
    public const int ZoneHeight = 20;
    public const int SubnetHeight = 24;
    public const int TextSize = 11;

    private const int LineHeight = 16;
    private const int Inset = 8;
    private const int Rise = 4;
    private const int NarrowZone = 240;

    /// <summary>Labels the VPC, on as many lines as needed.</summary>
    public static ImmutableArray<PlacedLabel> Vpc(Diagram diagram, Columns columns, int y) =>
    [
        .. TextFlow.Lines(diagram.Network, columns.Right - columns.Left, TextSize)
            .Select((line, row) => EndingAt(columns.Right, y + Rise + (row * LineHeight), LineHeight, line, LabelKind.Network)),
    ];

    public static int VpcHeight(ImmutableArray<PlacedLabel> labels) => Rise + (LineHeight * labels.Length);

    public static IEnumerable<PlacedLabel> Zones(Diagram diagram, Columns columns, int y) => diagram.Zones.Select((zone, number) =>
    {
        var frame = columns.Zone(number, y, ZoneHeight);
        var name = TextMetrics.Fit(zone, frame.Width - (2 * Inset), TextSize, isBold: true);
        return EndingAt(frame.Right - Inset, y, ZoneHeight, LineOf(name, ChangeState.Same), LabelKind.Zone);
    });

    /// <summary>The range of each subnet, and before it the NAT gateway.</summary>
    public static IEnumerable<PlacedLabel> Subnets(Diagram diagram, Band band, Columns columns, int y) => band.Subnets.SelectMany(subnet =>
    {
        var zone = columns.Zone(diagram.Zones.IndexOf(subnet.Zone), y + Rise, SubnetHeight - (2 * Rise));
        var facts = subnet.Facts.ToLookup(fact => fact.Key == Subnet.Gateway);
        return SubnetLabels(zone, facts[false].FirstOrDefault(), facts[true].FirstOrDefault());
    });

    private static IEnumerable<PlacedLabel> SubnetLabels(Frame zone, Fact? range, Fact? gateway)
    {
        var (right, room) = (zone.Right - Inset, zone.Width - (2 * Inset));
        var name = zone.Width < NarrowZone ? gateway?.Text.Replace(" gateway", "", StringComparison.Ordinal) : gateway?.Text;
        var gatewayWidth = name is null ? 0 : TextMetrics.Width(name, TextSize) + (2 * Inset);
        if (range is not null)
        {
            var text = TextMetrics.Fit(range.Text, room - gatewayWidth - Inset, TextSize);
            var label = EndingAt(right, zone.Y, zone.Height, LineOf(text, range.State), LabelKind.Subnet);
            yield return label;
            right = label.Frame.X - Inset;
        }

        if (name is not null)
        {
            yield return new PlacedLabel(
                new Frame(right - gatewayWidth, zone.Y, gatewayWidth, zone.Height), LineOf(name, gateway!.State), LabelKind.Gateway, LabelAnchor.Middle);
        }
    }

    /// <summary>The name of a band without boxes, beside which there is no room for it.</summary>
    public static PlacedLabel Band(Band band, Columns columns, int y)
    {
        var name = DiagramWords.Band(band.Kind);
        return new PlacedLabel(
            new Frame(columns.Left, y + Rise, TextMetrics.Width(name, TextSize, isBold: true), SubnetHeight - (2 * Rise)),
            LineOf(name, ChangeState.Same),
            LabelKind.Band,
            LabelAnchor.Start);
    }

    private static TextLine LineOf(string text, ChangeState state) => new([new TextSpan(text, state)]);

    private static PlacedLabel EndingAt(int right, int y, int height, TextLine line, LabelKind kind)
    {
        var width = TextMetrics.Width(line.Text, TextSize, isBold: kind == LabelKind.Zone);
        return new PlacedLabel(new Frame(right - width, y, width, height), line, kind, LabelAnchor.End);
    }
}
