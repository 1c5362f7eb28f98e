using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Services;

/// <summary>The limits, metrics, steps and schedules of <c>scaling</c>.</summary>
internal static class ScalingRules
{
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Metric.html
    private const int MaximumDimensions = 30;

    public static void Check(ConfiguredService service, StackConfig stack, RuleChecker rules)
    {
        if (service.Config.Scaling is not { } scaling)
        {
            return;
        }

        var key = service.KeyOf(config => config.Scaling);
        rules.Check([key], () => HasNoEffect(scaling)
            ? "has no effect; add cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, metrics, steps or schedules"
            : null);
        CheckLimits(service, scaling, rules);
        rules.Check([service.KeyOf(config => config.Scaling!.RequestsPerTask), service.KeyOf(config => config.ContainerPort)], () =>
            scaling.RequestsPerTask is not null && (service.Config.ContainerPort is null || !stack.HasOwnTargetGroups)
                ? "requires containerPort and a target group of this stack, where the load balancer counts requests"
                : null);
        CheckMetrics(service, scaling, rules);
        if (scaling.BacklogPerTask is { } backlog)
        {
            rules.Check([service.KeyOf(config => config.Scaling!.BacklogPerTask!.Queue), Key(stack => stack.Queues)], () =>
                References.Problem(backlog.Queue, stack.Queues.Keys, "queues"));
        }

        CheckSteps(service, scaling, stack, rules);
        CheckSchedules(service, scaling, rules);
    }

    private static void CheckLimits(ConfiguredService service, ScalingConfig scaling, RuleChecker rules)
    {
        var (minimum, maximum) = (service.KeyOf(config => config.Scaling!.MinimumTasks), service.KeyOf(config => config.Scaling!.MaximumTasks));
        rules.Check([minimum, maximum], () => LimitProblem(scaling.MinimumTasks, scaling.MaximumTasks));
        rules.Check([minimum, service.KeyOf(config => config.Scaling)], () => ZeroProblem(scaling));
        rules.Check([service.KeyOf(config => config.DesiredCount), minimum, maximum], () => DesiredCountProblem(service.Config.EffectiveDesiredCount, scaling));
    }

    private static void CheckMetrics(ConfiguredService service, ScalingConfig scaling, RuleChecker rules)
    {
        foreach (var (name, metric) in scaling.Metrics)
        {
            var key = service.KeyOf(config => config.Scaling!.Metrics).Named(name);
            rules.Check([key.Member<TrackedMetricConfig>(known => known.Dimensions)], () => metric.Dimensions.Count > MaximumDimensions
                ? $"has {metric.Dimensions.Count} dimensions; CloudWatch allows {MaximumDimensions}"
                : null);
        }
    }

    private static void CheckSteps(ConfiguredService service, ScalingConfig scaling, StackConfig stack, RuleChecker rules)
    {
        foreach (var (name, step) in scaling.Steps)
        {
            var key = service.KeyOf(config => config.Scaling!.Steps).Named(name);
            var (metric, scaleOut) = (key.Member<StepScalingConfig>(known => known.Metric), key.Member<StepScalingConfig>(known => known.ScaleOut));
            var queue = key.Member<StepScalingConfig>(known => known.Queue);
            rules.Check([queue, Key(stack => stack.Queues)], () =>
                step.Queue is { } name ? References.Problem(name, stack.Queues.Keys, "queues") : null);
            rules.Check([queue, metric], () => QueueProblem(step));
            rules.Check([scaleOut, metric], () => ScaleOutProblem(step));
            rules.Check([key.Member<StepScalingConfig>(known => known.ScaleInBelowValue), scaleOut], () => step.ScaleInBelowValue > step.ScaleOut[0].AboveValue
                ? $"{step.ScaleInBelowValue} is above the first aboveValue {step.ScaleOut[0].AboveValue}, so tasks would be added and removed in turn"
                : null);
        }
    }

    private static void CheckSchedules(ConfiguredService service, ScalingConfig scaling, RuleChecker rules)
    {
        foreach (var (index, (name, schedule)) in scaling.Schedules.Index())
        {
            var key = service.KeyOf(config => config.Scaling!.Schedules).Named(name);
            rules.Check(
                [key.Member<ScheduledTasksConfig>(known => known.MinimumTasks), key.Member<ScheduledTasksConfig>(known => known.MaximumTasks)],
                () => LimitProblem(schedule.MinimumTasks, schedule.MaximumTasks));
            // Which of two schedules at the same time takes effect last is not defined.
            rules.Check([key], () => scaling.Schedules.Take(index).FirstOrDefault(other => AreAtSameTime(other.Value, schedule)).Key is { } first
                ? $"sets limits at the same time as {first}; remove one of them"
                : null);
        }
    }

    private static bool HasNoEffect(ScalingConfig scaling) => scaling is
    {
        CpuPercent: null,
        MemoryPercent: null,
        RequestsPerTask: null,
        BacklogPerTask: null,
        Metrics.Count: 0,
        Steps.Count: 0,
        Schedules.Count: 0,
    };

    private static string? LimitProblem(int minimum, int maximum) =>
        minimum > maximum ? $"{minimum} is more than maximumTasks {maximum}" : null;

    // Target tracking multiplies the number of tasks, so it never leaves zero.
    private static string? ZeroProblem(ScalingConfig scaling) =>
        scaling is { MinimumTasks: 0, TracksTasks: true }
            ? "0 cannot be combined with cpuPercent, memoryPercent, requestsPerTask or metrics, which cannot start a first task; use 1 or more, or backlogPerTask"
            : null;

    private static string? DesiredCountProblem(int desiredCount, ScalingConfig scaling) =>
        desiredCount == 0 || (desiredCount >= scaling.MinimumTasks && desiredCount <= scaling.MaximumTasks)
            ? null
            : $"{desiredCount} is not within scaling.minimumTasks {scaling.MinimumTasks} and maximumTasks {scaling.MaximumTasks}; use a number in that range, or 0 to stop the service";

    private static string? QueueProblem(StepScalingConfig step) => (step.Metric, step.Queue) switch
    {
        (ScalingMetric.QueueDepth, null) => "is required with metric queueDepth",
        (not ScalingMetric.QueueDepth, not null) => "applies to metric queueDepth only",
        _ => null,
    };

    private static string? ScaleOutProblem(StepScalingConfig step)
    {
        var values = step.ScaleOut.Select(scaleOut => scaleOut.AboveValue).ToList();
        return values.Zip(values.Skip(1)).Any(pair => pair.First >= pair.Second) ? "needs an aboveValue that rises from step to step"
            : step.Metric != ScalingMetric.QueueDepth && values[^1] >= 100 ? $"{values[^1]} percent can never be exceeded; use 0 to 99"
            : null;
    }

    private static bool AreAtSameTime(ScheduledTasksConfig schedule, ScheduledTasksConfig other) =>
        schedule.TimeZone == other.TimeZone && Normalized(schedule.Expression) == Normalized(other.Expression);

    private static string Normalized(string expression) =>
        string.Join(' ', expression.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
