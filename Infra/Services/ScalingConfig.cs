using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Queueing;
using Infra.Schedules;

namespace Infra.Services;

/// <summary>Lets the number of tasks follow the load or the clock. Then <c>desiredCount</c> is only the number at the start, which later deployments leave alone; only 0 keeps its meaning, and nothing scales until it is raised.</summary>
internal sealed record ScalingConfig
{
    /// <summary>The fewest tasks. With 0 a worker on a queue stops when the queue is empty and starts again within minutes of a message.</summary>
    [Range(0, 5000)]
    public required int MinimumTasks { get; init; }

    /// <summary>The most tasks.</summary>
    [Range(1, 5000)]
    public required int MaximumTasks { get; init; }

    /// <summary>Keep the average CPU use of the tasks near this percentage of what they have.</summary>
    [Range(1, 100)]
    public int? CpuPercent { get; init; }

    /// <summary>Keep the average memory use of the tasks near this percentage of what they have.</summary>
    [Range(1, 100)]
    public int? MemoryPercent { get; init; }

    /// <summary>Keep the requests that the load balancer sends to each task near this number a minute.</summary>
    [Range(1, 10_000_000)]
    public int? RequestsPerTask { get; init; }

    /// <inheritdoc cref="BacklogPerTaskConfig"/>
    public BacklogPerTaskConfig? BacklogPerTask { get; init; }

    /// <summary>Metrics of CloudWatch by name, each kept near a value: yours, or those of a service of AWS.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, TrackedMetricConfig> Metrics { get; init; } = new Dictionary<string, TrackedMetricConfig>();

    /// <summary>Steps by name: so many tasks more above a value, so many fewer below another.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, StepScalingConfig> Steps { get; init; } = new Dictionary<string, StepScalingConfig>();

    /// <summary>Other limits from a time on, by name; they hold until the next such time.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, ScheduledTasksConfig> Schedules { get; init; } = new Dictionary<string, ScheduledTasksConfig>();

    /// <summary>Seconds after tasks were added before more are.</summary>
    [Range(0, 3600)]
    public int ScaleOutCooldownSeconds { get; init; } = 60;

    /// <summary>Seconds after tasks were taken away before more are.</summary>
    [Range(0, 3600)]
    public int ScaleInCooldownSeconds { get; init; } = 300;

    /// <summary>Whether something is kept near a value that is measured at the tasks there are.</summary>
    public bool TracksTasks => (CpuPercent ?? MemoryPercent ?? RequestsPerTask) is not null || Metrics.Count > 0;

    /// <summary>The queues whose messages count, by the names of the configuration, with the keys that name them.</summary>
    public IEnumerable<KeyValuePair<string, string>> QueueReferences() =>
    [
        .. BacklogPerTask is { } backlog ? [KeyValuePair.Create("backlogPerTask.queue", backlog.Queue)] : (KeyValuePair<string, string>[])[],
        .. Steps.Where(step => step.Value.Queue is not null).Select(step => KeyValuePair.Create($"{ConfigKey.Member("steps", step.Key)}.queue", step.Value.Queue!)),
    ];

    /// <summary>The changes of the limits, in the order of their names.</summary>
    public IEnumerable<ScheduledCapacity> PlanSchedules() => Schedules
        .OrderBy(schedule => schedule.Key, StringComparer.Ordinal)
        .Select(schedule => new ScheduledCapacity(
            $"schedule.{schedule.Key}",
            schedule.Value.Expression,
            schedule.Value.TimeZone,
            schedule.Value.MinimumTasks,
            schedule.Value.MaximumTasks));
}

/// <summary>Keep the messages of a queue, waiting or in work, near a number for each task.</summary>
internal sealed record BacklogPerTaskConfig
{
    /// <summary>A name in <c>app:queues</c>.</summary>
    public required string Queue { get; init; }

    /// <summary>Messages for each task: the longest acceptable delay divided by the time one message takes.</summary>
    [Range(1, 1_000_000)]
    public required int MessagesPerTask { get; init; }
}

/// <summary>Limits for the number of tasks from a time on.</summary>
internal sealed record ScheduledTasksConfig
{
    /// <summary>When: <c>cron(…)</c> with minutes, hours, day of month, month, day of week and year, <c>rate(…)</c> or, once, <c>at(…)</c>.</summary>
    [Schedule]
    public required string Expression { get; init; }

    /// <summary>The time zone of the expression.</summary>
    [TimeZone]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The fewest tasks from then on.</summary>
    [Range(0, 5000)]
    public required int MinimumTasks { get; init; }

    /// <summary>The most tasks from then on.</summary>
    [Range(0, 5000)]
    public required int MaximumTasks { get; init; }
}
