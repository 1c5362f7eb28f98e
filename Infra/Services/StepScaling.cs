using Pulumi;

namespace Infra.Services;

internal sealed record StepScalingArgs
{
    public required StepScalingConfig Config { get; init; }

    public required AppAutoScaling.Target Target { get; init; }

    /// <summary>The queue whose depth counts, where that is the measure.</summary>
    public Output<string>? QueueName { get; init; }

    public required Output<string> ClusterName { get; init; }

    public required Output<string> ServiceName { get; init; }

    public required int ScaleOutCooldownSeconds { get; init; }

    public required int ScaleInCooldownSeconds { get; init; }
}

/// <summary>Adds and takes away tasks in steps, each way with a policy and the alarm that sets it off.</summary>
internal sealed class StepScaling : ComponentResource
{
    private const string Type = "infra:index:StepScaling";

    // As long as AWS waits itself when it tracks a target; but a message that waits is no accident of one minute.
    // https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
    private const int LoadMinutes = 3;
    private const int QueueMinutes = 1;
    private const int IdleMinutes = 15;

    private readonly string _name;
    private readonly StepScalingArgs _args;

    public StepScaling(string name, StepScalingArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var minutes = args.Config.Metric == ScalingMetric.QueueDepth ? QueueMinutes : LoadMinutes;
        Scale("out", "GreaterThanThreshold", minutes, args.Config.PlanScaleOut(), args.ScaleOutCooldownSeconds);
        if (args.Config.ScaleInBelowValue is { } value)
        {
            Scale("in", "LessThanThreshold", IdleMinutes, StepAdjustments.Below(value, args.Config.RemoveTasks), args.ScaleInCooldownSeconds);
        }

        RegisterOutputs();
    }

    private void Scale(string way, string comparison, int minutes, StepAdjustments adjustments, int cooldownSeconds)
    {
        var policy = new AppAutoScaling.Policy(
            $"{_name}-{way}", ScalingPolicies.Steps(_args.Target, adjustments, cooldownSeconds), this.Child());
        var alarm = PlanAlarm();
        alarm.AlarmDescription = $"Scales {way}; no fault";
        alarm.ComparisonOperator = comparison;
        alarm.Threshold = adjustments.Threshold;
        alarm.EvaluationPeriods = minutes;
        alarm.AlarmActions = [policy.Arn];
        _ = new CloudWatch.MetricAlarm($"{_name}-{way}", alarm, this.Child());
    }

    private CloudWatch.MetricAlarmArgs PlanAlarm()
    {
        var ofQueue = _args.Config.Metric == ScalingMetric.QueueDepth;
        return new()
        {
            Namespace = ofQueue ? "AWS/SQS" : "AWS/ECS",
            MetricName = ofQueue ? "ApproximateNumberOfMessagesVisible"
                : _args.Config.Metric == ScalingMetric.Cpu ? "CPUUtilization"
                : "MemoryUtilization",
            Dimensions = ofQueue ? new() { ["QueueName"] = _args.QueueName! } : OfService(),
            Statistic = "Average",
            Period = 60,
            TreatMissingData = "notBreaching",
        };
    }

    private InputMap<string> OfService() => new() { ["ClusterName"] = _args.ClusterName, ["ServiceName"] = _args.ServiceName };
}
