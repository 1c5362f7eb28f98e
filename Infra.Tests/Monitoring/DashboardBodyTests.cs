using System.Text.Json.Nodes;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Tests.Support;

namespace Infra.Tests.Monitoring;

public sealed class DashboardBodyTests
{
    private static readonly DashboardBody Smallest = new() { Region = "eu-central-1", ClusterName = "shop-dev", ServiceNames = ["shop"] };

    private static readonly DashboardBody Whole = Smallest with
    {
        ServiceNames = ["web", "api"],
        LoadBalancer = "app/lb/1",
        TargetGroups = new Dictionary<string, string> { ["web"] = "targetgroup/web/3", ["api"] = "targetgroup/api/2" },
        DatabaseIdentifier = "shop-db",
        QueueNames = ["work", "work-dead"],
    };

    [Fact]
    public void Json_OfAWholeStack_IsAsReviewed() => Snapshot.Match("dashboard.txt", Outline(Whole));

    [Fact]
    public void Json_OfAStackWithTasksOnly_HasOneRow() => Assert.Equal(
        ["CPU of the tasks, in percent", "Memory of the tasks, in percent", "Running tasks"],
        Widgets(Smallest).Select(widget => (string?)widget!["properties"]!["title"]));

    [Fact]
    public void Json_WhateverTheOrderOfServicesAndQueues_IsTheSame() => Assert.Equal(
        Whole.Json(),
        (Whole with
        {
            ServiceNames = ["api", "web"],
            TargetGroups = Whole.TargetGroups.Reverse().ToDictionary(),
            QueueNames = ["work-dead", "work"],
        }).Json());

    [Fact]
    public void Json_OfOneWidget_IsExact() => ResourceAssert.Json(
        """
        {
          "type": "metric", "x": 16, "y": 0, "width": 8, "height": 6,
          "properties": {
            "title": "Running tasks",
            "region": "eu-central-1",
            "view": "timeSeries",
            "yAxis": {"left": {"min": 0}},
            "metrics": [["AWS/ECS", "CPUUtilization", "ClusterName", "shop-dev", "ServiceName", "shop", {"stat": "SampleCount", "period": 60, "label": "shop"}]]
          }
        }
        """,
        Widgets(Smallest)[2]!);

    [Fact]
    public void StackOfJobs_ShowsItsQueuesAndNoEmptyRow() => Assert.Equal(
        Widgets(Smallest with { QueueNames = ["work"] }).Count - 3,
        Widgets(Smallest with { ServiceNames = [], QueueNames = ["work"] }).Count);

    private static JsonArray Widgets(DashboardBody body) => JsonNode.Parse(body.Json())!["widgets"]!.AsArray();

    // Place and title of each widget, and its lines as the dashboard has them.
    private static string Outline(DashboardBody body) => string.Join('\n', Widgets(body).Select(widget =>
    {
        var properties = widget!["properties"]!;
        var lines = properties["metrics"]!.AsArray().Select(line => $"\n  {string.Join(' ', line!.AsArray().Select(word => word!.ToJsonString()))}");
        return $"{widget["x"]},{widget["y"]} {properties["title"]}{string.Concat(lines)}";
    }));
}
