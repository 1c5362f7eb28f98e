using System.Text.Json.Nodes;
using Infra.Monitoring;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Monitoring;

public class DashboardTests
{
    private static readonly DashboardRow Database = new(
        new DashboardGraph("CPU", new DashboardLine("AWS/RDS", "CPUUtilization", "Average", Output.Create("database"), ("DBInstanceIdentifier", Output.Create("shop-dev-0a1b2c3d")))),
        new DashboardGraph("Connections", new DashboardLine("AWS/RDS", "DatabaseConnections", "Maximum", Output.Create("database"), ("DBInstanceIdentifier", Output.Create("shop-dev-0a1b2c3d")))));

    private static readonly DashboardRow Requests = new(
        new DashboardGraph(
            "Requests",
            new DashboardLine("AWS/ApplicationELB", "RequestCount", "Sum", Output.Create("shop"), ("TargetGroup", Output.Create("targetgroup/shop/2")), ("LoadBalancer", Output.Create("app/lb/1"))),
            new DashboardLine("AWS/ApplicationELB", "RequestCount", "Sum", Output.Create("admin"), ("TargetGroup", Output.Create("targetgroup/admin/3")), ("LoadBalancer", Output.Create("app/lb/1")))));

    [Fact]
    public async Task Dashboard_IsNamedAfterTheDeployment()
    {
        var dashboard = (await Run(Requests)).Single<CloudWatch.Dashboard>();

        Assert.Equal("shop-dev", dashboard["dashboardName"]);
        Assert.Equal(["dashboardBody", "dashboardName"], dashboard.Inputs.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Dashboard_PlacesRowsBelowEachOtherAndGraphsSideBySide() => Assert.Equal(
        ["0,0 Requests", "0,6 CPU", "8,6 Connections"],
        (await Widgets(Requests, Database)).Select(widget => $"{widget!["x"]},{widget["y"]} {widget["properties"]!["title"]}"));

    [Fact]
    public async Task Graph_HasALineForEachMetricInOrder() => ResourceAssert.Json(
        """
        {
          "type": "metric", "x": 0, "y": 0, "width": 8, "height": 6,
          "properties": {
            "title": "Requests",
            "region": "eu-central-1",
            "view": "timeSeries",
            "yAxis": {"left": {"min": 0}},
            "metrics": [
              ["AWS/ApplicationELB", "RequestCount", "TargetGroup", "targetgroup/shop/2", "LoadBalancer", "app/lb/1", {"stat": "Sum", "period": 60, "label": "shop"}],
              ["AWS/ApplicationELB", "RequestCount", "TargetGroup", "targetgroup/admin/3", "LoadBalancer", "app/lb/1", {"stat": "Sum", "period": 60, "label": "admin"}]
            ]
          }
        }
        """,
        (await Widgets(Requests))[0]!);

    private static async Task<JsonArray> Widgets(params DashboardRow[] rows) =>
        (await Run(rows)).Single<CloudWatch.Dashboard>().Json("dashboardBody")["widgets"]!.AsArray();

    private static Task<StackRun> Run(params DashboardRow[] rows) => StackRun.OfComponent(context =>
        _ = new Dashboard("shop-dashboard", new DashboardArgs { Context = context, Rows = rows }));
}
