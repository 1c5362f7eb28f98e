using System.Text.Json.Nodes;

namespace Infra.Monitoring;

/// <summary>
/// The body of a CloudWatch dashboard: graphs in rows of three.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
/// </summary>
internal static class DashboardBody
{
    private const int WidgetWidth = 8;
    private const int WidgetHeight = 6;
    private const int PeriodSeconds = 60;

    /// <param name="region">The region of the metrics.</param>
    /// <param name="rows">The rows from top to bottom.</param>
    /// <param name="lines">The lines of all graphs, in the order of the rows.</param>
    public static string Json(string region, IReadOnlyList<DashboardRow> rows, IEnumerable<Line> lines)
    {
        var remaining = new Queue<Line>(lines);
        return CanonicalJson.Text(new JsonObject
        {
            ["widgets"] = CanonicalJson.Array(rows.SelectMany((row, y) => row.Graphs.Select((graph, x) =>
                Widget(region, graph.Title, graph.Lines.Select(_ => remaining.Dequeue()), x, y)))),
        });
    }

    private static JsonNode Widget(string region, string title, IEnumerable<Line> lines, int column, int row) => new JsonObject
    {
        ["type"] = "metric",
        ["x"] = column * WidgetWidth,
        ["y"] = row * WidgetHeight,
        ["width"] = WidgetWidth,
        ["height"] = WidgetHeight,
        ["properties"] = new JsonObject
        {
            ["title"] = title,
            ["region"] = region,
            ["view"] = "timeSeries",
            ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = 0 } },
            ["metrics"] = CanonicalJson.Array(lines.Select(line => (JsonNode)line.ToJson())),
        },
    };

    /// <summary>A line whose label and dimensions are known.</summary>
    internal sealed record Line(DashboardLine Metric, string Label, IReadOnlyList<string> DimensionValues)
    {
        public JsonArray ToJson() =>
        [
            Metric.Namespace,
            Metric.Metric,
            .. Metric.Dimensions.Zip(DimensionValues).SelectMany(dimension => new JsonNode[] { dimension.First.Name, dimension.Second }),
            new JsonObject { ["stat"] = Metric.Statistic, ["period"] = PeriodSeconds, ["label"] = Label },
        ];
    }
}
