using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>Boxes at the same height.</summary>
/// <param name="Band">The band.</param>
/// <param name="Nodes">The boxes from the left.</param>
/// <param name="Columns">The number of boxes that the row has room for; null where boxes are as wide as their zones.</param>
internal sealed record Row(BandKind Band, ImmutableArray<DiagramNode> Nodes, int? Columns)
{
    private const int FewColumns = 3;
    private const int ManyColumns = 4;

    /// <summary>All rows from the top. What may have arrows has a row of its own, or begins one.</summary>
    public static ImmutableArray<Row> Of(Diagram diagram) => [.. diagram.Bands.SelectMany(Of)];

    private static IEnumerable<Row> Of(Band band) => band.Kind switch
    {
        BandKind.Edge => Edge(band),
        BandKind.Regional => Grid(band),
        _ => band.Nodes.Select(node => new Row(band.Kind, [node], Columns: null)),
    };

    private static IEnumerable<Row> Edge(Band band)
    {
        var isPeer = band.Nodes.ToLookup(node => node.Kind is NodeKind.LoadBalancer or NodeKind.SecurityGroup);
        DiagramNode[] first = [.. isPeer[false]];
        return isPeer[true].Select(node => new Row(band.Kind, [node], Columns: 1)).Prepend(new Row(band.Kind, [.. first], first.Length));
    }

    // Four columns where they save a row.
    private static IEnumerable<Row> Grid(Band band)
    {
        var count = band.Nodes.Length;
        var columns = Math.Min(count, Rows(count, ManyColumns) < Rows(count, FewColumns) ? ManyColumns : FewColumns);
        return band.Nodes.Chunk(Math.Max(columns, 1)).Select(nodes => new Row(band.Kind, [.. nodes], columns));
    }

    private static int Rows(int count, int columns) => (count + columns - 1) / columns;
}
