using System.ComponentModel.DataAnnotations;
using Infra.Queueing;

namespace Infra.Services;

/// <summary>Adds and takes away tasks in steps, by one measure.</summary>
internal sealed record StepScalingConfig
{
    /// <summary>What is measured.</summary>
    public required ScalingMetric Metric { get; init; }

    /// <summary>A name in <c>app:queues</c>, for <c>queueDepth</c>.</summary>
    public string? Queue { get; init; }

    /// <summary>How many tasks to add, for one value or for several that rise. <c>cpu</c> and <c>memory</c> must be above the first for three minutes, <c>queueDepth</c> for one.</summary>
    [Length(1, 10)]
    public required IReadOnlyList<ScaleOutStepConfig> ScaleOut { get; init; }

    /// <summary>Take tasks away when the measure was below this for fifteen minutes; without it never.</summary>
    [Range(1, 1_000_000)]
    public int? ScaleInBelowValue { get; init; }

    /// <summary>How many tasks to take away.</summary>
    [Range(1, 5000)]
    public int RemoveTasks { get; init; } = 1;

    public StepAdjustments PlanScaleOut() => StepAdjustments.Above(
        [.. ScaleOut.Select(step => KeyValuePair.Create(step.AboveValue, step.AddTasks))]);
}

/// <summary>How many tasks to add above a value.</summary>
internal sealed record ScaleOutStepConfig
{
    /// <summary>The value: percent, or messages.</summary>
    [Range(0, 1_000_000)]
    public required int AboveValue { get; init; }

    /// <summary>How many tasks to add.</summary>
    [Range(1, 5000)]
    public required int AddTasks { get; init; }
}

/// <summary>What steps can go by.</summary>
internal enum ScalingMetric
{
    /// <summary>average percentage of the tasks' CPU</summary>
    Cpu,

    /// <summary>average percentage of the tasks' memory</summary>
    Memory,

    /// <summary>messages that wait in a queue</summary>
    QueueDepth,
}
