using System.Globalization;
using System.Text;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Mermaid;

/// <summary>Writes a diagram as a Mermaid flowchart, which GitHub draws in comments.</summary>
internal sealed class MermaidWriter
{
    private const int FactLength = 60;

    private static readonly (ChangeState State, string Style, string Line)[] Styles =
    [
        (ChangeState.New, "fill:#e6f7ea,stroke:#1a7f37,stroke-width:2px,color:#1f2328", "stroke:#1a7f37,stroke-width:2px"),
        (ChangeState.Changed, "fill:#fff6d6,stroke:#9a6700,stroke-width:2px,color:#1f2328", "stroke:#9a6700,stroke-width:2px"),
        (ChangeState.Gone, "fill:#ffefed,stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3,color:#1f2328", "stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3"),
    ];

    private readonly Diagram _diagram;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private MermaidWriter(Diagram diagram)
    {
        _diagram = diagram;
        foreach (var node in diagram.Nodes)
        {
            _ids.TryAdd(node.Id, string.Create(CultureInfo.InvariantCulture, $"n{_ids.Count}"));
        }
    }

    public static string Text(Diagram diagram)
    {
        var writer = new MermaidWriter(diagram);
        writer.Write();
        return writer._text.ToString();
    }

    private void Write()
    {
        Line(0, "flowchart TB");
        Line(1, $"accTitle: {Plain(DiagramWords.Title(_diagram))}");
        var inside = _diagram.Bands.Where(band => band.Kind is not (BandKind.Edge or BandKind.Regional) && (band.Nodes.Length > 0 || GatewaysOf(band).Any())).ToList();
        WriteBands(_diagram.Bands.Where(band => band.Kind == BandKind.Edge), 1);
        if (inside.Count > 0)
        {
            Line(1, $"subgraph vpc[\"{Label(string.Join(" · ", _diagram.Network.Select(fact => fact.Text)))}\"]");
            WriteBands(inside, 2);
            Line(1, "end");
        }

        WriteBands(_diagram.Bands.Where(band => band.Kind == BandKind.Regional), 1);
        WriteArrows();
        WriteStates();
    }

    private void WriteBands(IEnumerable<Band> bands, int depth)
    {
        foreach (var band in bands)
        {
            var name = band.Kind.ToString().ToLowerInvariant();
            Line(depth, $"subgraph {name}_band[\"{DiagramWords.Band(band.Kind)}\"]");
            foreach (var (id, fact, zone) in GatewaysOf(band))
            {
                Line(depth + 1, $"{id}([\"{Label(fact.Text)}<br/>{Label(zone)}\"])");
            }

            foreach (var node in band.Nodes)
            {
                Line(depth + 1, $"{_ids[node.Id]}[\"{string.Join("<br/>", LinesOf(node))}\"]");
            }

            Line(depth, "end");
        }
    }

    private static IEnumerable<(string Id, Fact Fact, string Zone)> GatewaysOf(Band band) => band.Subnets
        .SelectMany(subnet => subnet.Facts.Where(fact => fact.Key == Subnet.Gateway).Select(fact => (fact, subnet.Zone)))
        .Select((gateway, number) => (string.Create(CultureInfo.InvariantCulture, $"nat{number}"), gateway.fact, gateway.Zone));

    private static IEnumerable<string> LinesOf(DiagramNode node) => node.Facts
        .Where(fact => fact.State != ChangeState.Gone)
        .Select(fact => Label(Cut(fact.Text)))
        .Prepend($"<b>{Label(node.Title)}</b>{(node.Exposure is { } exposure ? $" ({Label(exposure)})" : "")}");

    private void WriteArrows()
    {
        foreach (var arrow in Drawn)
        {
            Line(1, $"{_ids[arrow.From]} -->|\"{Label(arrow.PortsText)}\"| {_ids[arrow.To]}");
        }
    }

    private void WriteStates()
    {
        foreach (var (state, style, line) in Styles)
        {
            string[] nodes =
            [
                .. _diagram.Bands.SelectMany(GatewaysOf).Where(gateway => gateway.Fact.State == state).Select(gateway => gateway.Id),
                .. _diagram.Nodes.Where(node => node.State == state).Select(node => _ids[node.Id]),
            ];
            if (nodes.Length > 0)
            {
                Line(1, $"classDef {DiagramWords.Class(state)} {style}");
                Line(1, $"class {string.Join(',', nodes)} {DiagramWords.Class(state)}");
            }

            var numbers = Drawn.Select((arrow, number) => (arrow, number)).Where(one => one.arrow.State == state).Select(one => one.number).ToList();
            if (numbers.Count > 0)
            {
                Line(1, $"linkStyle {string.Join(',', numbers)} {line}");
            }
        }
    }

    private IEnumerable<Arrow> Drawn => _diagram.Arrows.Where(arrow => _ids.ContainsKey(arrow.From) && _ids.ContainsKey(arrow.To));

    private void Line(int depth, string text) => _text.Append(' ', 2 * depth).Append(text).Append('\n');

    private static string Cut(string text) => text.Length <= FactLength ? text : $"{text[..(FactLength - 1)]}…";

    private static string Plain(string text) => string.Concat(text.Select(character => char.IsControl(character) || character is '#' or ';' ? ' ' : character));

    // Mermaid has entities of its own, with a number sign.
    private static string Label(string text)
    {
        var label = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = char.IsControl(character) ? label.Append(' ')
                : character is '"' or '#' or '<' or '>' or '&' or '`' or ';' ? label.Append(CultureInfo.InvariantCulture, $"#{(int)character};")
                : label.Append(character);
        }

        return label.ToString();
    }
}
