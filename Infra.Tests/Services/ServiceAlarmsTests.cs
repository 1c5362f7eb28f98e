using Infra.Services;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Services;

public class ServiceAlarmsTests
{
    private const string Dimensions = """{"LoadBalancer":"app/shop-lb/1","TargetGroup":"targetgroup/shop/2"}""";

    [Fact]
    public async Task ServiceAlarms_WithRequests_WatchRequestsAndTasks() => Assert.Equal(
        [
            "shop-alarms-requests-errors",
            "shop-alarms-requests-response-time",
            "shop-alarms-requests-unhealthy",
            "shop-alarms-tasks-cpu",
            "shop-alarms-tasks-memory",
        ],
        Names(await Run(new())));

    [Fact]
    public async Task ServiceAlarms_WithoutLoadBalancer_WatchTasksOnly()
    {
        ServiceAlarms? alarms = null;
        var run = await Run(new(), hasRequests: false, made => alarms = made);

        Assert.Equal(["shop-alarms-tasks-cpu", "shop-alarms-tasks-memory"], Names(run));
        Assert.Empty(alarms!.DeploymentAlarmNames);
    }

    [Fact]
    public async Task ErrorsAlarm_IsPercentageOfRequests() => ResourceAssert.Inputs(
        $$$"""
        {
          "name": "shop-dev/alarms-requests-errors",
          "alarmDescription": "More than 1.5 % of the answers are server errors",
          "metricQueries": [
            {"id": "percent", "expression": "100 * part / whole", "label": "HTTPCode_Target_5XX_Count in percent of RequestCount", "returnData": true},
            {"id": "part", "metric": {"namespace": "AWS/ApplicationELB", "metricName": "HTTPCode_Target_5XX_Count", "stat": "Sum", "period": 60,
              "dimensions": {{{Dimensions}}}}},
            {"id": "whole", "metric": {"namespace": "AWS/ApplicationELB", "metricName": "RequestCount", "stat": "Sum", "period": 60,
              "dimensions": {{{Dimensions}}}}}
          ],
          "evaluationPeriods": 5,
          "datapointsToAlarm": 3,
          "comparisonOperator": "GreaterThanThreshold",
          "threshold": 1.5,
          "treatMissingData": "notBreaching"
        }
        """,
        (await Run(new() { ServerErrorsPercent = 1.5 })).Find<CloudWatch.MetricAlarm>("shop-alarms-requests-errors"));

    [Fact]
    public async Task ResponseTimeAlarm_IsPercentile()
    {
        var alarm = (await Run(new())).Find<CloudWatch.MetricAlarm>("shop-alarms-requests-response-time");

        Assert.Equal("p95", alarm["extendedStatistic"]);
        Assert.False(alarm.Has("statistic"));
    }

    [Fact]
    public async Task TaskAlarms_HaveDimensionsOfService() => Assert.Equal(
        new Dictionary<string, object> { ["ClusterName"] = "shop-dev", ["ServiceName"] = "shop" },
        (await Run(new())).Find<CloudWatch.MetricAlarm>("shop-alarms-tasks-cpu")["dimensions"]);

    [Theory]
    [InlineData(5, 2, "shop-dev/alarms-requests-errors shop-dev/alarms-requests-response-time")]
    [InlineData(0, 2, "shop-dev/alarms-requests-response-time")]
    [InlineData(0, 0, "")]
    public async Task DeploymentAlarms_AreErrorsAndResponseTime(double percent, double seconds, string expected)
    {
        ServiceAlarms? alarms = null;
        await Run(new() { ServerErrorsPercent = percent, ResponseTimeSeconds = seconds }, use: made => alarms = made);

        var names = await OutputUtilities.GetValueAsync(Output.All(alarms!.DeploymentAlarmNames));
        Assert.Equal(expected, string.Join(' ', names));
    }

    [Fact]
    public async Task DeploymentAlarms_OfTwoTargetGroups_IncludeBoth()
    {
        ServiceAlarms? alarms = null;
        var run = await Run(new() { ResponseTimeSeconds = 0 }, use: made => alarms = made, alternate: "targetgroup/alt/3");

        Assert.Equal(
            "shop-dev/alarms-requests-errors shop-dev/alarms-requests-alt-errors",
            string.Join(' ', await OutputUtilities.GetValueAsync(Output.All(alarms!.DeploymentAlarmNames))));
        Assert.Equal(
            "targetgroup/alt/3",
            run.Find<CloudWatch.MetricAlarm>("shop-alarms-requests-alt-errors")["metricQueries[1].metric.dimensions.TargetGroup"]);
    }

    private static IEnumerable<string> Names(StackRun run) =>
        run.All<CloudWatch.MetricAlarm>().Select(alarm => alarm.Name).Order(StringComparer.Ordinal);

    private static Task<StackRun> Run(AlarmsConfig thresholds, bool hasRequests = true, Action<ServiceAlarms>? use = null, string? alternate = null) =>
        StackRun.OfComponent(context =>
        {
            var alarms = new ServiceAlarms(
                "shop-alarms",
                new ServiceAlarmsArgs
                {
                    Context = context,
                    Thresholds = thresholds,
                    ClusterName = Output.Create("shop-dev"),
                    ServiceName = Output.Create("shop"),
                    Requests = hasRequests
                        ? new RequestMetrics(Output.Create("app/shop-lb/1"), Output.Create("targetgroup/shop/2"), alternate is null ? null : Output.Create(alternate))
                        : null,
                });
            use?.Invoke(alarms);
        });
}
