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
/// Keeps a queue's messages near a number for each task. Where there may be no task at all, messages that nobody takes start one;
/// that takes minutes, and up to fifteen more where the queue was idle for hours, because SQS then pauses its metrics.
/// </summary>
internal sealed class BacklogScaling : ComponentResource
{
    private const string Type = "infra:index:BacklogScaling";
    private const string Waiting = "ApproximateNumberOfMessagesVisible";
    private const string InWork = "ApproximateNumberOfMessagesNotVisible";

    // A task must have come up by then, or one would be started again and again.
    private const int WakeCooldownSeconds = 300;

    private readonly string _name;
    private readonly BacklogScalingArgs _args;

    public BacklogScaling(string name, BacklogScalingArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        Track();
        if (args.Config.MinimumTasks == 0)
        {
            Wake();
        }

        RegisterOutputs();
    }

    // https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html,
    // but with the messages in work, so that the tasks at work on the last ones do not count as idle, and with the tasks counted by
    // their CPU samples, which needs no Container Insights.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html
    private void Track() => _ = new AppAutoScaling.Policy(
        _name,
        ScalingPolicies.TargetTracking(_args.Target, _args.Config, _args.MessagesPerTask, tracking =>
            tracking.CustomizedMetricSpecification = new Specification
            {
                Metrics =
                [
                    OfQueue("waiting", Waiting),
                    OfQueue("inWork", InWork),
                    TrackedMetrics.Measured(
                        "tasks", "AWS/ECS", "CPUUtilization", "SampleCount", ServiceMetrics.Dimensions(_args.ClusterName, _args.ServiceName)),
                    // There is no sample without a task, and so no division by zero; a late one must not look like none.
                    TrackedMetrics.Calculated("backlog", "(waiting + inWork) / FILL(tasks, REPEAT)"),
                ],
            }),
        this.Child());

    private Metric OfQueue(string id, string metric) =>
        TrackedMetrics.Measured(id, "AWS/SQS", metric, "Average", new Dictionary<string, Output<string>> { ["QueueName"] = _args.QueueName });

    // Tracking multiplies the tasks there are, and zero stays zero: a step must make the first.
    // https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-policy.html says so of the same service.
    private void Wake()
    {
        var policy = new AppAutoScaling.Policy(
            $"{_name}-wake",
            ScalingPolicies.Steps(_args.Target, StepAdjustments.Above([KeyValuePair.Create(0, 1)]), WakeCooldownSeconds),
            this.Child());
        _ = new CloudWatch.MetricAlarm(
            $"{_name}-wake",
            new CloudWatch.MetricAlarmArgs
            {
                AlarmDescription = "Starts the first task; no fault",
                MetricQueries =
                [
                    Query("waiting", Waiting),
                    Query("inWork", InWork),
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
