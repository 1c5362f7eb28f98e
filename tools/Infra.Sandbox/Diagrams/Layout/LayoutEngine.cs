using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>Places everything of a diagram: rows from the internet down, arrows around the boxes.</summary>
internal sealed class LayoutEngine
{
    private const int TitleHeight = 44;
    private const int ComparisonHeight = 14;
    private const int BandPadding = 10;
    private const int EmptyPadding = 2;
    private const int RowGap = 10;
    private const int ArrowGap = 32;
    private const int BandGap = 8;
    private const int VpcPadding = 8;
    private const int SlotHeight = 16;

    private readonly Diagram _diagram;
    private readonly ImmutableArray<Row> _rows;
    private readonly ArrowPlan _plan;
    private readonly Columns _columns;
    private readonly List<PlacedBand> _bands = [];
    private readonly List<PlacedLabel> _labels = [];
    private readonly List<PlacedBox> _boxes = [];
    private int _y;
    private int _row;
    private Frame? _vpc;
    private ImmutableArray<Frame> _zones = [];

    private LayoutEngine(Diagram diagram, ImmutableArray<Row> rows, ArrowPlan plan)
    {
        (_diagram, _rows, _plan, _columns) = (diagram, rows, plan, new Columns(diagram, plan));
        _y = TitleHeight + (diagram.Comparison is null ? 0 : ComparisonHeight);
    }

    public static Picture Layout(Diagram diagram)
    {
        var rows = Row.Of(diagram);
        var notStraight = new HashSet<Arrow>();
        while (true)
        {
            var engine = new LayoutEngine(diagram, rows, new ArrowPlan(diagram, rows, notStraight));
            engine.PlaceBands();
            var router = engine.Router();
            var impossible = router.WithoutRoom();
            if (impossible.IsEmpty)
            {
                return engine.Result(router);
            }

            notStraight.UnionWith(impossible);
        }
    }

    private Picture Result(ArrowRouter router) => new()
    {
        Diagram = _diagram,
        Width = Columns.Width,
        Height = _y + Columns.Margin - BandGap,
        Bands = [.. _bands],
        Vpc = _vpc,
        Zones = _zones,
        Labels = [.. _labels],
        Boxes = [.. _boxes],
        Arrows = router.Arrows(),
    };

    private ArrowRouter Router() => new(_plan, _columns, _boxes, _labels, _zones);

    private void PlaceBands()
    {
        var inside = _diagram.Bands.Where(band => band.Kind is not (BandKind.Edge or BandKind.Regional)).ToList();
        PlaceOutside(BandKind.Edge);
        if (inside.Count > 0)
        {
            PlaceVpc(inside);
        }

        PlaceOutside(BandKind.Regional);
    }

    private void PlaceOutside(BandKind kind)
    {
        if (_diagram.Bands.FirstOrDefault(band => band.Kind == kind) is { } band)
        {
            PlaceBand(band);
        }
    }

    private void PlaceVpc(List<Band> bands)
    {
        var top = _y;
        var header = Headers.Vpc(_diagram, _columns, _y);
        _labels.AddRange(header);
        _y += Headers.VpcHeight(header);
        var zones = _y;
        _labels.AddRange(Headers.Zones(_diagram, _columns, _y));
        _y += Headers.ZoneHeight;
        foreach (var band in bands)
        {
            PlaceBand(band);
        }

        _zones = [.. _diagram.Zones.Select((_, number) => _columns.Zone(number, zones, _y - BandGap + (VpcPadding / 2) - zones))];
        _vpc = new Frame(Columns.Margin, top, Columns.Width - (2 * Columns.Margin), _y - BandGap + VpcPadding - top);
        _y += VpcPadding;
    }

    private void PlaceBand(Band band)
    {
        var top = _y;
        PlaceHeader(band);
        var isFirst = true;
        for (; _row < _rows.Length && _rows[_row].Band == band.Kind; _row++)
        {
            _y += _row > 0 && _plan.HasStraight(_row - 1) ? ArrowGap : isFirst ? 0 : RowGap;
            PlaceRow(_rows[_row]);
            isFirst = false;
        }

        _y += band.Nodes.IsEmpty ? EmptyPadding : BandPadding;
        _bands.Add(new PlacedBand(band.Kind, new Frame(Columns.BandX, top, Columns.BandWidth, _y - top), !band.Nodes.IsEmpty));
        _y += BandGap;
    }

    // A band without boxes has its name before the subnets, or above them where zones are narrow.
    private void PlaceHeader(Band band)
    {
        if (band.Subnets.IsEmpty)
        {
            _y += BandPadding;
            return;
        }

        if (band.Nodes.IsEmpty)
        {
            var name = Headers.Band(band, _columns, _y);
            _labels.Add(name);
            _y += Headers.Subnets(_diagram, band, _columns, _y).Any(label => label.Frame.Overlaps(name.Frame)) ? name.Frame.Height : 0;
        }

        _labels.AddRange(Headers.Subnets(_diagram, band, _columns, _y));
        _y += Headers.SubnetHeight;
    }

    private void PlaceRow(Row row)
    {
        var places = row.Nodes
            .Select((node, number) => row.Columns is { } count ? _columns.BoxOf(row.Band, number, count) : _columns.BoxIn(node.Zones))
            .ToList();
        var height = row.Nodes.Zip(places).Max(box => Math.Max(BoxLayout.Height(box.First, box.Second.Width), SlotRoom(box.First)));
        _boxes.AddRange(row.Nodes.Zip(places).Select(box => BoxLayout.Place(box.First, new Frame(box.Second.X, _y, box.Second.Width, height))));
        _y += height;
    }

    private int SlotRoom(DiagramNode node) =>
        SlotHeight * (1 + Math.Max(_plan.SlotCount(node.Id, isRight: false), _plan.SlotCount(node.Id, isRight: true)));
}
