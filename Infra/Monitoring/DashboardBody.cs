using System.Text.Json.Nodes;
using Infra.Databases;
using Infra.LoadBalancing;
using Infra.Queueing;

namespace Infra.Monitoring;

/// <summary>
/// A CloudWatch dashboard of one stack: what users get, what tasks use, then the database and the queues, in rows of three.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
/// </summary>
internal sealed record DashboardBody
{
    private const string LoadBalancing = "AWS/ApplicationELB";
    private const string Containers = "AWS/ECS";
    private const string Databases = "AWS/RDS";
    private const string Queueing = "AWS/SQS";
    private const int WidgetWidth = 8;
    private const int WidgetHeight = 6;

    public required string Region { get; init; }

    public required string ClusterName { get; init; }

    /// <summary>The end of the load balancer's ARN.</summary>
    public string? LoadBalancer { get; init; }

    /// <summary>The ends of the ARNs of the services' target groups, by the names of their services.</summary>
    public IReadOnlyDictionary<string, string> TargetGroups { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<string> ServiceNames { get; init; }

    public string? DatabaseIdentifier { get; init; }

    /// <summary>All of them, dead-letter queues too.</summary>
    public IReadOnlyList<string> QueueNames { get; init; } = [];

    public string Json()
    {
        var rows = new[] { Requests(), Tasks(), Database(), Queues() }.Where(row => row.Count > 0).ToList();
        return CanonicalJson.Text(new JsonObject
        {
            ["widgets"] = CanonicalJson.Array(rows.SelectMany((row, y) => row.Select((widget, x) => (JsonNode)ToJson(widget, x, y)))),
        });
    }

    private IReadOnlyList<Widget> Requests() => LoadBalancer is null
        ? []
        :
        [
            new("Requests in a minute", OfTargetGroups("RequestCount", "Sum")),
            new(
                "Server errors in a minute",
                [
                    .. OfTargetGroups("HTTPCode_Target_5XX_Count", "Sum"),
                    new(LoadBalancing, "HTTPCode_ELB_5XX_Count", "Sum", "load balancer", ("LoadBalancer", LoadBalancer)),
                ]),
            new("Response time of 95 %, in seconds", OfTargetGroups("TargetResponseTime", "p95")),
        ];

    // The number of samples is the number of running tasks, even where Container Insights is off.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html#cw_running_task_count
    private IReadOnlyList<Widget> Tasks() => ServiceNames.Count == 0
        ? []
        :
        [
            new("CPU of the tasks, in percent", OfServices("CPUUtilization", "Average")),
            new("Memory of the tasks, in percent", OfServices("MemoryUtilization", "Average")),
            new("Running tasks", OfServices("CPUUtilization", "SampleCount")),
        ];

    private IReadOnlyList<Widget> Database() => DatabaseIdentifier is null
        ? []
        :
        [
            new("CPU of the database, in percent", [OfDatabase("CPUUtilization", "Average")]),
            new("Connections to the database", [OfDatabase("DatabaseConnections", "Maximum")]),
            new("Free storage of the database, in bytes", [OfDatabase("FreeStorageSpace", "Minimum")]),
        ];

    private IReadOnlyList<Widget> Queues() => QueueNames.Count == 0
        ? []
        :
        [
            new("Messages waiting", OfQueues("ApproximateNumberOfMessagesVisible", "Maximum")),
            new("Messages being worked on", OfQueues("ApproximateNumberOfMessagesNotVisible", "Maximum")),
            new("Age of the oldest message, in seconds", OfQueues("ApproximateAgeOfOldestMessage", "Maximum")),
        ];

    private IReadOnlyList<Line> OfTargetGroups(string metric, string statistic) =>
    [
        .. TargetGroups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Line(
            LoadBalancing, metric, statistic, group.Key, ("TargetGroup", group.Value), ("LoadBalancer", LoadBalancer!))),
    ];

    private IReadOnlyList<Line> OfServices(string metric, string statistic) =>
    [
        .. ServiceNames.Order(StringComparer.Ordinal).Select(service => new Line(
            Containers, metric, statistic, service, ("ClusterName", ClusterName), ("ServiceName", service))),
    ];

    private Line OfDatabase(string metric, string statistic) =>
        new(Databases, metric, statistic, "database", ("DBInstanceIdentifier", DatabaseIdentifier!));

    private IReadOnlyList<Line> OfQueues(string metric, string statistic) =>
        [.. QueueNames.Order(StringComparer.Ordinal).Select(queue => new Line(Queueing, metric, statistic, queue, ("QueueName", queue)))];

    private JsonObject ToJson(Widget widget, int column, int row) => new()
    {
        ["type"] = "metric",
        ["x"] = column * WidgetWidth,
        ["y"] = row * WidgetHeight,
        ["width"] = WidgetWidth,
        ["height"] = WidgetHeight,
        ["properties"] = new JsonObject
        {
            ["title"] = widget.Title,
            ["region"] = Region,
            ["view"] = "timeSeries",
            ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = 0 } },
            ["metrics"] = CanonicalJson.Array(widget.Lines.Select(line => (JsonNode)line.ToJson())),
        },
    };

    private sealed record Widget(string Title, IReadOnlyList<Line> Lines);

    private sealed record Line(string Namespace, string Metric, string Statistic, string Label, params (string Name, string Value)[] Dimensions)
    {
        private const int PeriodSeconds = 60;

        public JsonArray ToJson() =>
        [
            Namespace,
            Metric,
            .. Dimensions.SelectMany(dimension => new JsonNode[] { dimension.Name, dimension.Value }),
            new JsonObject { ["stat"] = Statistic, ["period"] = PeriodSeconds, ["label"] = Label },
        ];
    }
}
