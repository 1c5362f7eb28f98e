using System.ComponentModel.DataAnnotations;

namespace Infra.Services;

/// <summary>Step scaling by one metric.</summary>
internal sealed record StepScalingConfig
{
    /// <summary>Metric that triggers the steps.</summary>
    public required ScalingMetric Metric { get; init; }

    /// <summary>Name of a queue in <c>app:queues</c>, for <c>queueDepth</c>.</summary>
    public string? Queue { get; init; }

    /// <summary>Steps that add tasks, in ascending order of <c>aboveValue</c>. <c>cpu</c> and <c>memory</c> must be above the first value for three minutes, <c>queueDepth</c> for one.</summary>
    [Length(1, 10)]
    public required IReadOnlyList<ScaleOutStepConfig> ScaleOut { get; init; }

    /// <summary>Remove tasks after the metric was below this value for fifteen minutes; without it tasks are never removed.</summary>
    [Range(1, 1_000_000)]
    public int? ScaleInBelowValue { get; init; }

    /// <summary>Number of tasks to remove.</summary>
    [Range(1, 5000)]
    public int RemoveTasks { get; init; } = 1;

    public StepAdjustments PlanScaleOut() => StepAdjustments.PlanAbove(
        [.. ScaleOut.Select(step => KeyValuePair.Create(step.AboveValue, step.AddTasks))]);
}

/// <summary>Number of tasks to add above a value.</summary>
internal sealed record ScaleOutStepConfig
{
    /// <summary>Threshold, in percent or messages.</summary>
    [Range(0, 1_000_000)]
    public required int AboveValue { get; init; }

    /// <summary>Number of tasks to add.</summary>
    [Range(1, 5000)]
    public required int AddTasks { get; init; }
}

/// <summary>Metric of step scaling.</summary>
internal enum ScalingMetric
{
    /// <summary>average CPU utilization of the tasks, in percent</summary>
    Cpu,

    /// <summary>average memory utilization of the tasks, in percent</summary>
    Memory,

    /// <summary>visible messages in a queue</summary>
    QueueDepth,
}
