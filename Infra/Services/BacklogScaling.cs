using Pulumi;
using Metric = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
using Specification = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;

namespace Infra.Services;

internal sealed record BacklogScalingArgs
{
    public required ScalingConfig Config { get; init; }

    public required int MessagesPerTask { get; init; }

    public required AppAutoScaling.Target Target { get; init; }

    public required Output<string> QueueName { get; init; }

    public required Output<string> ClusterName { get; init; }

    public required Output<string> ServiceName { get; init; }
}

/// <summary>
/// Keeps a queue's messages near a number per task. With <c>minimumTasks: 0</c> an alarm starts the first task within minutes of a
/// message, or up to fifteen minutes later after hours without one, because SQS then pauses its metrics.
/// </summary>
internal sealed class BacklogScaling : ComponentResource
{
    private const string Type = "infra:index:BacklogScaling";
    private const string VisibleMessages = "ApproximateNumberOfMessagesVisible";
    private const string MessagesInFlight = "ApproximateNumberOfMessagesNotVisible";

    // Long enough for a task to start, so that the alarm does not start a second one.
    private const int FirstTaskCooldownSeconds = 300;

    private readonly string _name;
    private readonly BacklogScalingArgs _args;

    public BacklogScaling(string name, BacklogScalingArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        Track();
        if (args.Config.MinimumTasks == 0)
        {
            StartFirstTask();
        }

        RegisterOutputs();
    }

    // As in https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html,
    // but including messages in flight, so that tasks working on the last ones do not count as idle, and with tasks counted by their
    // CPU samples, which needs no Container Insights.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html
    private void Track() => _ = new AppAutoScaling.Policy(
        _name,
        ScalingPolicies.PlanTargetTracking(_args.Target, _args.Config, _args.MessagesPerTask, tracking =>
            tracking.CustomizedMetricSpecification = new Specification
            {
                Metrics =
                [
                    QueueMetric("waiting", VisibleMessages),
                    QueueMetric("inWork", MessagesInFlight),
                    TrackedMetrics.PlanMetric(
                        "tasks", "AWS/ECS", "CPUUtilization", "SampleCount", ServiceMetrics.Dimensions(_args.ClusterName, _args.ServiceName)),
                    // Without a task there is no sample, so nothing is divided by zero; REPEAT covers late samples.
                    TrackedMetrics.PlanExpression("backlog", "(waiting + inWork) / FILL(tasks, REPEAT)"),
                ],
            }),
        this.Child());

    private Metric QueueMetric(string id, string metric) =>
        TrackedMetrics.PlanMetric(id, "AWS/SQS", metric, "Average", new Dictionary<string, Output<string>> { ["QueueName"] = _args.QueueName });

    // Target tracking multiplies the number of tasks and so never leaves zero; step scaling adds the first.
    // https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-policy.html
    private void StartFirstTask()
    {
        var policy = new AppAutoScaling.Policy(
            $"{_name}-wake",
            ScalingPolicies.PlanSteps(_args.Target, StepAdjustments.PlanAbove([KeyValuePair.Create(0, 1)]), FirstTaskCooldownSeconds),
            this.Child());
        _ = new CloudWatch.MetricAlarm(
            $"{_name}-wake",
            new CloudWatch.MetricAlarmArgs
            {
                AlarmDescription = "Starts the first task; no fault",
                MetricQueries =
                [
                    Query("waiting", VisibleMessages),
                    Query("inWork", MessagesInFlight),
                    new CloudWatch.Inputs.MetricAlarmMetricQueryArgs
                    {
                        Id = "untaken",
                        Expression = "IF(inWork == 0, waiting, 0)",
                        Label = "Messages that nobody takes",
                        ReturnData = true,
                    },
                ],
                ComparisonOperator = "GreaterThanThreshold",
                Threshold = 0,
                EvaluationPeriods = 1,
                TreatMissingData = "notBreaching",
                AlarmActions = [policy.Arn],
            },
            this.Child());
    }

    private CloudWatch.Inputs.MetricAlarmMetricQueryArgs Query(string id, string metric) => new()
    {
        Id = id,
        Metric = new CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
        {
            Namespace = "AWS/SQS",
            MetricName = metric,
            Dimensions = { ["QueueName"] = _args.QueueName },
            Period = 60,
            Stat = "Average",
        },
    };
}
