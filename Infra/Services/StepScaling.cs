using Pulumi;

namespace Infra.Services;

internal sealed record StepScalingArgs
{
    public required StepScalingConfig Config { get; init; }

    public required AppAutoScaling.Target Target { get; init; }

    /// <summary>The queue of metric <c>queueDepth</c>; null for the other metrics.</summary>
    public Output<string>? QueueName { get; init; }

    public required Output<string> ClusterName { get; init; }

    public required Output<string> ServiceName { get; init; }

    public required int ScaleOutCooldownSeconds { get; init; }

    public required int ScaleInCooldownSeconds { get; init; }
}

/// <summary>Step scaling: a policy with its alarm to add tasks, and another pair to remove them.</summary>
internal sealed class StepScaling : ComponentResource
{
    private const string Type = "infra:index:StepScaling";

    // The same periods as target tracking; a queue with messages needs no longer observation.
    // https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
    private const int UtilizationMinutes = 3;
    private const int QueueMinutes = 1;
    private const int IdleMinutes = 15;

    private readonly string _name;
    private readonly StepScalingArgs _args;

    public StepScaling(string name, StepScalingArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var minutes = args.Config.Metric == ScalingMetric.QueueDepth ? QueueMinutes : UtilizationMinutes;
        Scale("out", "GreaterThanThreshold", minutes, args.Config.PlanScaleOut(), args.ScaleOutCooldownSeconds);
        if (args.Config.ScaleInBelowValue is { } value)
        {
            Scale("in", "LessThanThreshold", IdleMinutes, StepAdjustments.PlanBelow(value, args.Config.RemoveTasks), args.ScaleInCooldownSeconds);
        }

        RegisterOutputs();
    }

    private void Scale(string direction, string comparison, int minutes, StepAdjustments adjustments, int cooldownSeconds)
    {
        var policy = new AppAutoScaling.Policy(
            $"{_name}-{direction}", ScalingPolicies.PlanSteps(_args.Target, adjustments, cooldownSeconds), this.Child());
        var alarm = PlanAlarm();
        alarm.AlarmDescription = $"Scales {direction}; no fault";
        alarm.ComparisonOperator = comparison;
        alarm.Threshold = adjustments.Threshold;
        alarm.EvaluationPeriods = minutes;
        alarm.AlarmActions = [policy.Arn];
        _ = new CloudWatch.MetricAlarm($"{_name}-{direction}", alarm, this.Child());
    }

    private CloudWatch.MetricAlarmArgs PlanAlarm()
    {
        var isQueue = _args.Config.Metric == ScalingMetric.QueueDepth;
        return new()
        {
            Namespace = isQueue ? "AWS/SQS" : "AWS/ECS",
            MetricName = isQueue ? "ApproximateNumberOfMessagesVisible"
                : _args.Config.Metric == ScalingMetric.Cpu ? "CPUUtilization"
                : "MemoryUtilization",
            Dimensions = isQueue ? new() { ["QueueName"] = _args.QueueName! } : ServiceDimensions(),
            Statistic = "Average",
            Period = 60,
            TreatMissingData = "notBreaching",
        };
    }

    private InputMap<string> ServiceDimensions() => new() { ["ClusterName"] = _args.ClusterName, ["ServiceName"] = _args.ServiceName };
}
