using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>How the number of a service's tasks may change.</summary>
internal static class ScalingRules
{
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Metric.html
    private const int MostDimensions = 30;

    /// <param name="service">The key of the service, such as <c>service</c>.</param>
    /// <param name="scaled">What its rules need to know of it.</param>
    /// <param name="queues">The queues of the stack.</param>
    /// <param name="rules">Runs the rules.</param>
    public static void Check(string service, ScaledService scaled, IReadOnlyCollection<string> queues, RuleChecker rules)
    {
        if (scaled.Scaling is not { } scaling)
        {
            return;
        }

        var key = $"{service}.scaling";
        rules.Check([key], () => MovesNothing(scaling) ? "changes nothing; add cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, metrics, steps or schedules" : null);
        rules.Check([$"{key}.minimumTasks", $"{key}.maximumTasks"], () => LimitProblem(scaling.MinimumTasks, scaling.MaximumTasks));
        rules.Check([$"{key}.minimumTasks", key], () => ZeroProblem(scaling));
        rules.Check([$"{service}.desiredCount", $"{key}.minimumTasks", $"{key}.maximumTasks"], () => FirstCountProblem(scaled.DesiredCount, scaling));
        rules.Check([$"{key}.requestsPerTask", $"{service}.containerPort"], () => scaling.RequestsPerTask is not null && !scaled.HasLoadBalancer
            ? "needs an application load balancer in front of the service, which counts the requests"
            : null);
        CheckMetrics($"{key}.metrics", scaling, rules);
        foreach (var (name, queue) in scaling.QueueReferences())
        {
            rules.Check([$"{key}.{name}", "queues"], () => queues.Contains(queue) ? null : $"\"{queue}\" is not in queues");
        }

        CheckSteps($"{key}.steps", scaling, rules);
        CheckSchedules($"{key}.schedules", scaling, rules);
    }

    private static void CheckMetrics(string key, ScalingConfig scaling, RuleChecker rules)
    {
        foreach (var (name, metric) in scaling.Metrics)
        {
            rules.Check([$"{ConfigKey.Member(key, name)}.dimensions"], () => metric.Dimensions.Count > MostDimensions
                ? $"{metric.Dimensions.Count} dimensions are more than CloudWatch's {MostDimensions}"
                : null);
        }
    }

    private static void CheckSteps(string key, ScalingConfig scaling, RuleChecker rules)
    {
        foreach (var (name, step) in scaling.Steps)
        {
            var stepKey = ConfigKey.Member(key, name);
            rules.Check([$"{stepKey}.queue", $"{stepKey}.metric"], () => QueueProblem(step));
            rules.Check([$"{stepKey}.scaleOut", $"{stepKey}.metric"], () => ScaleOutProblem(step));
            rules.Check([$"{stepKey}.scaleInBelowValue", $"{stepKey}.scaleOut"], () => step.ScaleInBelowValue > step.ScaleOut[0].AboveValue
                ? $"{step.ScaleInBelowValue} is above the first aboveValue {step.ScaleOut[0].AboveValue}: tasks would come and go"
                : null);
        }
    }

    private static void CheckSchedules(string key, ScalingConfig scaling, RuleChecker rules)
    {
        foreach (var (name, schedule) in scaling.Schedules)
        {
            var scheduleKey = ConfigKey.Member(key, name);
            rules.Check(
                [$"{scheduleKey}.minimumTasks", $"{scheduleKey}.maximumTasks"], () => LimitProblem(schedule.MinimumTasks, schedule.MaximumTasks));
        }
    }

    private static bool MovesNothing(ScalingConfig scaling) => scaling is
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

    // Tracking a value multiplies the tasks there are: it keeps one, and makes none where there is none.
    private static string? ZeroProblem(ScalingConfig scaling) =>
        scaling is { MinimumTasks: 0, TracksTasks: true }
            ? "0 does not go with cpuPercent, memoryPercent, requestsPerTask and metrics, which cannot start a first task; use 1 or more, or backlogPerTask"
            : null;

    private static string? FirstCountProblem(int desiredCount, ScalingConfig scaling) =>
        desiredCount == 0 || (desiredCount >= scaling.MinimumTasks && desiredCount <= scaling.MaximumTasks)
            ? null
            : $"{desiredCount} is not within scaling.minimumTasks {scaling.MinimumTasks} and maximumTasks {scaling.MaximumTasks}, nor 0 for none until it is raised";

    private static string? QueueProblem(StepScalingConfig step) => (step.Metric, step.Queue) switch
    {
        (ScalingMetric.QueueDepth, null) => "is required for queueDepth",
        (not ScalingMetric.QueueDepth, not null) => "goes with queueDepth only",
        _ => null,
    };

    private static string? ScaleOutProblem(StepScalingConfig step)
    {
        var values = step.ScaleOut.Select(scaleOut => scaleOut.AboveValue).ToList();
        return values.Zip(values.Skip(1)).Any(pair => pair.First >= pair.Second) ? "needs values that rise from one to the next"
            : step.Metric != ScalingMetric.QueueDepth && values[^1] >= 100 ? $"{values[^1]} is no percentage that can be exceeded; use 0 to 99"
            : null;
    }
}

/// <summary>What the rules of scaling need to know of a service.</summary>
/// <param name="Scaling">How it scales, if at all.</param>
/// <param name="DesiredCount">The number of tasks at the start.</param>
/// <param name="HasLoadBalancer">Whether an application load balancer sends it requests.</param>
internal sealed record ScaledService(ScalingConfig? Scaling, int DesiredCount, bool HasLoadBalancer);
