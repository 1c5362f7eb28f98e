using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams;

/// <summary>A diagram in words, for those who cannot see it and as labels.</summary>
internal static class DiagramWords
{
    public static string Band(BandKind kind) => kind switch
    {
        BandKind.Edge => "Edge",
        BandKind.Public => "Public subnets",
        BandKind.Private => "Private subnets",
        BandKind.Isolated => "Isolated subnets",
        _ => "Regional services",
    };

    /// <summary>The class of a state; empty for what is as it was.</summary>
    public static string Class(ChangeState state) => state switch
    {
        ChangeState.New => "new",
        ChangeState.Gone => "gone",
        ChangeState.Changed => "changed",
        _ => "",
    };

    public static string Title(Diagram diagram) => diagram.Comparison is { } files
        ? $"{diagram.Title}: changes from {files.From} to {files.To}"
        : diagram.Title;

    /// <summary>All that a diagram shows, in sentences.</summary>
    public static string Description(Diagram diagram)
    {
        var titles = diagram.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => node.Title);
        var bands = diagram.Bands
            .Where(band => band.Nodes.Length > 0)
            .Select(band => $"{Band(band.Kind)}: {string.Join(", ", band.Nodes.Select(node => $"{node.Title}{Suffix(node.State)}"))}.");
        var arrows = diagram.Arrows
            .Where(arrow => titles.ContainsKey(arrow.From) && titles.ContainsKey(arrow.To))
            .Select(arrow => $"{titles[arrow.From]} to {titles[arrow.To]} on TCP {arrow.PortsText}{Suffix(arrow.State)}");
        return $"{string.Join(" ", bands)} Allowed connections: {string.Join("; ", arrows)}.";
    }

    /// <summary>All facts of a node.</summary>
    public static string Details(DiagramNode node) =>
        string.Join("\n", node.Facts.Select(fact => $"{fact.Text}{Suffix(fact.State)}").Prepend($"{node.Title}{Suffix(node.State)}"));

    private static string Suffix(ChangeState state) => state == ChangeState.Same ? "" : $" ({Class(state)})";
}
