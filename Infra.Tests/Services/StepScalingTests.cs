using Infra.Services;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Services;

public class StepScalingTests
{
    private static readonly StepScalingConfig Cpu = new()
    {
        Metric = ScalingMetric.Cpu,
        ScaleOut = [new() { AboveValue = 60, AddTasks = 1 }, new() { AboveValue = 85, AddTasks = 3 }],
        ScaleInBelowValue = 20,
        RemoveTasks = 2,
    };

    [Theory]
    [InlineData("out", 60, """
        [{"metricIntervalLowerBound": "0", "metricIntervalUpperBound": "25", "scalingAdjustment": 1},
         {"metricIntervalLowerBound": "25", "scalingAdjustment": 3}]
        """)]
    [InlineData("in", 300, """[{"metricIntervalUpperBound": "0", "scalingAdjustment": -2}]""")]
    public async Task Steps_EachDirection_HavePolicy(string way, int cooldown, string adjustments) => ResourceAssert.Inputs(
        $$"""
        {
          "policyType": "StepScaling",
          "serviceNamespace": "ecs",
          "scalableDimension": "ecs:service:DesiredCount",
          "resourceId": "service/shop-dev/shop",
          "stepScalingPolicyConfiguration": {
            "adjustmentType": "ChangeInCapacity",
            "metricAggregationType": "Average",
            "cooldown": {{cooldown}},
            "stepAdjustments": {{adjustments}}
          }
        }
        """,
        (await Run(Cpu)).Find<AppAutoScaling.Policy>($"shop-scaling.load-{way}"));

    [Theory]
    [InlineData("out", "GreaterThanThreshold", 60, 3)]
    [InlineData("in", "LessThanThreshold", 20, 15)]
    public async Task Steps_EachDirection_HaveAlarm(string way, string comparison, int threshold, int minutes) => ResourceAssert.Inputs(
        $$"""
        {
          "alarmDescription": "Scales {{way}}; no fault",
          "namespace": "AWS/ECS",
          "metricName": "CPUUtilization",
          "dimensions": {"ClusterName": "shop-dev", "ServiceName": "shop"},
          "statistic": "Average",
          "period": 60,
          "evaluationPeriods": {{minutes}},
          "threshold": {{threshold}},
          "comparisonOperator": "{{comparison}}",
          "treatMissingData": "notBreaching",
          "alarmActions": ["arn:Policy:shop-scaling.load-{{way}}"]
        }
        """,
        (await Run(Cpu)).Find<CloudWatch.MetricAlarm>($"shop-scaling.load-{way}"));

    [Fact]
    public async Task Steps_Memory_UseMemoryUtilization() =>
        Assert.Equal("MemoryUtilization", (await Run(Cpu with { Metric = ScalingMetric.Memory })).All<CloudWatch.MetricAlarm>()[0]["metricName"]);

    [Fact]
    public async Task Steps_QueueDepth_AlarmAfterOneMinute()
    {
        var run = await Run(new() { Metric = ScalingMetric.QueueDepth, Queue = "work", ScaleOut = [new() { AboveValue = 0, AddTasks = 1 }] });

        var alarm = run.Single<CloudWatch.MetricAlarm>();
        Assert.Equal("AWS/SQS", alarm["namespace"]);
        Assert.Equal("ApproximateNumberOfMessagesVisible", alarm["metricName"]);
        Assert.Equal("shop-work", alarm["dimensions.QueueName"]);
        Assert.Equal(1.0, alarm["evaluationPeriods"]);
        Assert.Equal(0.0, alarm["threshold"]);
    }

    [Fact]
    public async Task Steps_WithoutScaleInBelowValue_OnlyScaleOut() => Assert.Equal(
        ["shop-scaling.load-out"], (await Run(Cpu with { ScaleInBelowValue = null })).All<AppAutoScaling.Policy>().Select(policy => policy.Name));

    private static Task<StackRun> Run(StepScalingConfig step) => StackRun.OfComponent(context => _ = new ServiceScaling(
        "shop-scaling",
        new ServiceScalingArgs
        {
            Config = new() { MinimumTasks = 1, MaximumTasks = 4, Steps = new Dictionary<string, StepScalingConfig> { ["load"] = step } },
            DesiredCount = 1,
            ClusterName = Output.Create("shop-dev"),
            ServiceName = Output.Create("shop"),
            QueueNames = new Dictionary<string, Output<string>> { ["work"] = Output.Create("shop-work") },
        },
        new ComponentResourceOptions()));
}
