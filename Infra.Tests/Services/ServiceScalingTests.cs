using System.Globalization;
using Infra.OffHours;
using Infra.Services;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Services;

public class ServiceScalingTests
{
    private const string Target = """
        "serviceNamespace": "ecs", "scalableDimension": "ecs:service:DesiredCount", "resourceId": "service/shop-dev/shop"
        """;

    private static readonly ScalingConfig Limits = new() { MinimumTasks = 1, MaximumTasks = 4 };

    private static readonly OffHoursConfig OffHours = new()
    {
        StopCron = "cron(0 20 ? * MON-FRI *)",
        StartCron = "cron(0 7 ? * MON-FRI *)",
        TimeZone = "Europe/Berlin",
    };

    [Fact]
    public async Task Target_Limits_AreConfigured()
    {
        var run = await Run(Limits);

        ResourceAssert.Kinds(run, "Target");
        ResourceAssert.Inputs($$"""{ {{Target}}, "minCapacity": 1, "maxCapacity": 4}""", run.Single<AppAutoScaling.Target>());
    }

    [Theory]
    [InlineData("cpu", 61, """{"predefinedMetricType": "ECSServiceAverageCPUUtilization"}""")]
    [InlineData("memory", 72, """{"predefinedMetricType": "ECSServiceAverageMemoryUtilization"}""")]
    [InlineData("requests", 600, """{"predefinedMetricType": "ALBRequestCountPerTarget", "resourceLabel": "app/lb/1/targetgroup/tg/1"}""")]
    public async Task Tracking_PredefinedMetric_HasTargetValue(string measure, int value, string metric)
    {
        var run = await Run(Limits with { CpuPercent = 61, MemoryPercent = 72, RequestsPerTask = 600, ScaleOutCooldownSeconds = 30 });

        ResourceAssert.Kinds(run, "Target", "Policy", "Policy", "Policy");
        ResourceAssert.Inputs(
            $$"""
            {
              {{Target}},
              "policyType": "TargetTrackingScaling",
              "targetTrackingScalingPolicyConfiguration": {
                "targetValue": {{value}},
                "scaleOutCooldown": 30,
                "scaleInCooldown": 300,
                "predefinedMetricSpecification": {{metric}}
              }
            }
            """,
            run.Find<AppAutoScaling.Policy>($"shop-scaling-{measure}"));
    }

    [Fact]
    public async Task Tracking_CustomMetric_HasTargetValue()
    {
        var run = await Run(Limits with
        {
            Metrics = new Dictionary<string, TrackedMetricConfig>
            {
                ["sessions"] = new() { Namespace = "Shop/Web", MetricName = "Sessions", Statistic = MetricStatistic.Maximum, TargetValue = 0.5 },
                ["lag"] = new()
                {
                    Namespace = "AWS/Kafka",
                    MetricName = "OffsetLag",
                    Dimensions = new Dictionary<string, string> { ["Topic"] = "orders", ["Consumer Group"] = "shop" },
                    TargetValue = 200,
                },
            },
        });

        ResourceAssert.Kinds(run, "Target", "Policy", "Policy");
        AssertMetric(run, "sessions", 0.5, """{"namespace": "Shop/Web", "metricName": "Sessions", "statistic": "Maximum", "dimensions": []}""");
        AssertMetric(run, "lag", 200, """
            {
              "namespace": "AWS/Kafka", "metricName": "OffsetLag", "statistic": "Average",
              "dimensions": [{"name": "Consumer Group", "value": "shop"}, {"name": "Topic", "value": "orders"}]
            }
            """);
    }

    private static void AssertMetric(StackRun run, string name, double value, string metric) => ResourceAssert.Inputs(
        $$"""
        {
          {{Target}},
          "policyType": "TargetTrackingScaling",
          "targetTrackingScalingPolicyConfiguration": {
            "targetValue": {{value.ToString(CultureInfo.InvariantCulture)}},
            "scaleOutCooldown": 60,
            "scaleInCooldown": 300,
            "customizedMetricSpecification": {{metric}}
          }
        }
        """,
        run.Find<AppAutoScaling.Policy>($"shop-scaling-metric.{name}"));

    [Fact]
    public async Task Tracking_RequestsOfTwoTargetGroups_AreAdded()
    {
        var policy = (await Run(Limits with { RequestsPerTask = 600 }, alternate: "targetgroup/alt/1")).Single<AppAutoScaling.Policy>();

        Assert.False(policy.Has("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification"));
        const string Metrics = "targetTrackingScalingPolicyConfiguration.customizedMetricSpecification.metrics";
        Assert.Equal(3, policy.List(Metrics).Length);
        Assert.Equal("FILL(first, 0) + FILL(second, 0)", policy[$"{Metrics}[2].expression"]);
        Assert.All([(0, "targetgroup/tg/1"), (1, "targetgroup/alt/1")], expected =>
        {
            var stat = string.Create(CultureInfo.InvariantCulture, $"{Metrics}[{expected.Item1}].metricStat");
            Assert.Equal("Sum", policy[$"{stat}.stat"]);
            Assert.Equal("RequestCountPerTarget", policy[$"{stat}.metric.metricName"]);
            Assert.Equal("app/lb/1", policy[$"{stat}.metric.dimensions[0].value"]);
            Assert.Equal(expected.Item2, policy[$"{stat}.metric.dimensions[1].value"]);
        });
    }

    [Fact]
    public async Task Schedules_AreCreatedOneAfterAnother()
    {
        var morning = new ScheduledTasksConfig { Expression = "cron(0 6 * * ? *)", MinimumTasks = 2, MaximumTasks = 8 };
        var run = await Run(Limits with { Schedules = new Dictionary<string, ScheduledTasksConfig> { ["b"] = morning, ["a"] = morning } }, OffHours);

        var actions = run.All<AppAutoScaling.ScheduledAction>();
        Assert.Equal(
            ["shop-scaling-schedule.a", "shop-scaling-schedule.b", "shop-scaling-off-hours-stop", "shop-scaling-off-hours-start"],
            actions.Select(action => action.Name));
        Assert.Empty(await actions[0].DependsOn());
        for (var index = 1; index < actions.Count; index++)
        {
            Assert.Equal([actions[index - 1].Name], await actions[index].DependsOn());
        }

        ResourceAssert.Inputs(
            $$"""
            { {{Target}}, "schedule": "cron(0 6 * * ? *)", "timezone": "UTC", "scalableTargetAction": {"minCapacity": 2, "maxCapacity": 8} }
            """,
            actions[0]);
    }

    [Theory]
    [InlineData("stop", "cron(0 20 ? * MON-FRI *)", 0, 0)]
    [InlineData("start", "cron(0 7 ? * MON-FRI *)", 1, 4)]
    public async Task OffHours_WithScaling_RestoreLimits(string action, string cron, int minimum, int maximum) =>
        ResourceAssert.Inputs(
            $$"""
            {
              {{Target}},
              "schedule": "{{cron}}",
              "timezone": "Europe/Berlin",
              "scalableTargetAction": {"minCapacity": {{minimum}}, "maxCapacity": {{maximum}}}
            }
            """,
            (await Run(Limits, OffHours)).Find<AppAutoScaling.ScheduledAction>($"shop-scaling-off-hours-{action}"));

    [Fact]
    public async Task OffHours_WithoutScaling_RestoreDesiredCount()
    {
        var run = await Run(null, OffHours);

        ResourceAssert.Kinds(run, "Target", "ScheduledAction", "ScheduledAction");
        ResourceAssert.Inputs($$"""{ {{Target}}, "minCapacity": 3, "maxCapacity": 3}""", run.Single<AppAutoScaling.Target>());
        var start = run.Find<AppAutoScaling.ScheduledAction>("shop-scaling-off-hours-start");
        Assert.Equal(3.0, start["scalableTargetAction.minCapacity"]);
        Assert.Equal(3.0, start["scalableTargetAction.maxCapacity"]);
    }

    [Fact]
    public async Task DesiredCountZero_WithScaling_HasTargetWithoutPolicies()
    {
        var run = await Run(
            Limits with
            {
                CpuPercent = 60,
                Steps = new Dictionary<string, StepScalingConfig>
                {
                    ["busy"] = new() { Metric = ScalingMetric.Cpu, ScaleOut = [new() { AboveValue = 70, AddTasks = 1 }], ScaleInBelowValue = 30 },
                },
                Schedules = new Dictionary<string, ScheduledTasksConfig> { ["a"] = new() { Expression = "rate(1 day)", MinimumTasks = 2, MaximumTasks = 8 } },
            },
            OffHours,
            desiredCount: 0);

        ResourceAssert.Kinds(run, "Target");
        ResourceAssert.Inputs($$"""{ {{Target}}, "minCapacity": 0, "maxCapacity": 0}""", run.Single<AppAutoScaling.Target>());
    }

    [Fact]
    public async Task DesiredCountZero_WithOffHours_HasNoSchedules()
    {
        var run = await Run(null, OffHours, desiredCount: 0);

        ResourceAssert.Kinds(run, "Target");
        Assert.Equal(0.0, run.Single<AppAutoScaling.Target>()["maxCapacity"]);
    }

    private static Task<StackRun> Run(
        ScalingConfig? config, OffHoursConfig? night = null, string? alternate = null, int desiredCount = 3) =>
        StackRun.OfComponent(context => _ = new ServiceScaling(
        "shop-scaling",
        new ServiceScalingArgs
        {
            Config = config,
            OffHours = night,
            DesiredCount = desiredCount,
            ClusterName = Output.Create("shop-dev"),
            ServiceName = Output.Create("shop"),
            Requests = new RequestMetrics(Output.Create("app/lb/1"), Output.Create("targetgroup/tg/1"), alternate is null ? null : Output.Create(alternate)),
        },
        new ComponentResourceOptions()));
}
