using Infra.Services;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Services;

public class BacklogScalingTests
{
    private const string QueueDimensions = """[{"name": "QueueName", "value": "shop-work"}]""";

    [Fact]
    public async Task Backlog_TracksMessagesPerTask() => ResourceAssert.Inputs(
        $$"""
        {
          "policyType": "TargetTrackingScaling",
          "serviceNamespace": "ecs",
          "scalableDimension": "ecs:service:DesiredCount",
          "resourceId": "service/shop-dev/shop",
          "targetTrackingScalingPolicyConfiguration": {
            "targetValue": 10,
            "scaleOutCooldown": 60,
            "scaleInCooldown": 300,
            "customizedMetricSpecification": {
              "metrics": [
                {{Metric("waiting", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Average", QueueDimensions)}},
                {{Metric("inWork", "AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "Average", QueueDimensions)}},
                {{Metric("tasks", "AWS/ECS", "CPUUtilization", "SampleCount",
                    """[{"name": "ClusterName", "value": "shop-dev"}, {"name": "ServiceName", "value": "shop"}]""")}},
                {"id": "backlog", "expression": "(waiting + inWork) / FILL(tasks, REPEAT)", "returnData": true}
              ]
            }
          }
        }
        """,
        (await Run(minimumTasks: 1)).Single<AppAutoScaling.Policy>());

    [Fact]
    public async Task Backlog_WithMinimumTasks_HasNoAlarm() =>
        ResourceAssert.Kinds(await Run(minimumTasks: 1), "Target", "Policy");

    [Fact]
    public async Task FirstTask_Policy_AddsOneTask()
    {
        var run = await Run(minimumTasks: 0);

        ResourceAssert.Kinds(run, "Target", "Policy", "Policy", "MetricAlarm");
        var policy = run.Find<AppAutoScaling.Policy>("shop-scaling-backlog-wake");
        Assert.Equal("StepScaling", policy["policyType"]);
        Assert.Equal(300.0, policy["stepScalingPolicyConfiguration.cooldown"]);
        Assert.Equal("0", policy["stepScalingPolicyConfiguration.stepAdjustments[0].metricIntervalLowerBound"]);
        Assert.Equal(1.0, policy["stepScalingPolicyConfiguration.stepAdjustments[0].scalingAdjustment"]);
    }

    [Fact]
    public async Task FirstTask_Alarm_FiresForMessagesWithoutConsumer()
    {
        var alarm = (await Run(minimumTasks: 0)).Single<CloudWatch.MetricAlarm>();

        Assert.Equal(["arn:Policy:shop-scaling-backlog-wake"], alarm.Strings("alarmActions"));
        Assert.Equal("GreaterThanThreshold", alarm["comparisonOperator"]);
        Assert.Equal(0.0, alarm["threshold"]);
        Assert.Equal(1.0, alarm["evaluationPeriods"]);
        Assert.Equal("ApproximateNumberOfMessagesVisible", alarm["metricQueries[0].metric.metricName"]);
        Assert.Equal("ApproximateNumberOfMessagesNotVisible", alarm["metricQueries[1].metric.metricName"]);
        Assert.Equal("shop-work", alarm["metricQueries[1].metric.dimensions.QueueName"]);
        Assert.Equal("IF(inWork == 0, waiting, 0)", alarm["metricQueries[2].expression"]);
        Assert.Equal(true, alarm["metricQueries[2].returnData"]);
    }

    private static string Metric(string id, string @namespace, string name, string statistic, string dimensions) => $$"""
        {
          "id": "{{id}}",
          "returnData": false,
          "metricStat": {
            "stat": "{{statistic}}",
            "metric": {"namespace": "{{@namespace}}", "metricName": "{{name}}", "dimensions": {{dimensions}}}
          }
        }
        """;

    private static Task<StackRun> Run(int minimumTasks) => StackRun.OfComponent(context => _ = new ServiceScaling(
        "shop-scaling",
        new ServiceScalingArgs
        {
            Config = new() { MinimumTasks = minimumTasks, MaximumTasks = 4, BacklogPerTask = new() { Queue = "work", MessagesPerTask = 10 } },
            DesiredCount = 1,
            ClusterName = Output.Create("shop-dev"),
            ServiceName = Output.Create("shop"),
            QueueNames = new Dictionary<string, Output<string>> { ["work"] = Output.Create("shop-work") },
        },
        new ComponentResourceOptions()));
}
