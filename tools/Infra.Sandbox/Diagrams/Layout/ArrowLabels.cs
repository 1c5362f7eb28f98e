using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>The ports at an arrow.</summary>
internal static class ArrowLabels
{
    public const int Size = 11;
    public const int Height = 14;

    private const string Separator = ", ";

    public static int Width(Arrow arrow) => TextMetrics.Width(arrow.PortsText, Size);

    public static PlacedLabel Place(Arrow arrow, Frame frame, LabelAnchor anchor) => new(frame, LineOf(arrow), LabelKind.Port, anchor);

    private static TextLine LineOf(Arrow arrow) => new(
    [
        .. arrow.Ports.SelectMany((port, number) => number == 0
            ? (TextSpan[])[new TextSpan(port.Text, port.State)]
            : [new TextSpan(Separator, ChangeState.Same), new TextSpan(port.Text, port.State)]),
    ]);
}
