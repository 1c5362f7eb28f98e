using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Schedules;

namespace Infra.Services;

/// <summary>Scales the number of tasks by load or schedule. <c>desiredCount</c> then applies only to the first deployment, except for 0, which keeps the service stopped.</summary>
internal sealed record ScalingConfig
{
    /// <summary>Minimum number of tasks. With 0 and <c>backlogPerTask</c> the service stops when the queue is empty and starts within minutes of a message.</summary>
    [Range(0, 5000)]
    public required int MinimumTasks { get; init; }

    /// <summary>Maximum number of tasks.</summary>
    [Range(1, 5000)]
    public required int MaximumTasks { get; init; }

    /// <summary>Target for the average CPU utilization of the tasks, in percent.</summary>
    [Range(1, 100)]
    public int? CpuPercent { get; init; }

    /// <summary>Target for the average memory utilization of the tasks, in percent.</summary>
    [Range(1, 100)]
    public int? MemoryPercent { get; init; }

    /// <summary>Target for the requests per task and minute at the load balancer.</summary>
    [Range(1, 10_000_000)]
    public int? RequestsPerTask { get; init; }

    /// <inheritdoc cref="BacklogPerTaskConfig"/>
    public BacklogPerTaskConfig? BacklogPerTask { get; init; }

    /// <summary>Target tracking of other CloudWatch metrics, by name: custom ones, or those of AWS services.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, TrackedMetricConfig> Metrics { get; init; } = new Dictionary<string, TrackedMetricConfig>();

    /// <summary>Step scaling by name: adds tasks above a value and removes them below another.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, StepScalingConfig> Steps { get; init; } = new Dictionary<string, StepScalingConfig>();

    /// <summary>Scheduled changes of <c>minimumTasks</c> and <c>maximumTasks</c>, by name. Each applies until the next. <c>pulumi up --refresh</c> sets the limits of <c>scaling</c> until then.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, ScheduledTasksConfig> Schedules { get; init; } = new Dictionary<string, ScheduledTasksConfig>();

    /// <summary>Seconds after adding tasks before more are added.</summary>
    [Range(0, 3600)]
    public int ScaleOutCooldownSeconds { get; init; } = 60;

    /// <summary>Seconds after removing tasks before more are removed.</summary>
    [Range(0, 3600)]
    public int ScaleInCooldownSeconds { get; init; } = 300;

    /// <summary>Whether target tracking uses a metric of running tasks.</summary>
    public bool TracksTasks => (CpuPercent ?? MemoryPercent ?? RequestsPerTask) is not null || Metrics.Count > 0;

    /// <summary>The queues, by their names in <c>app:queues</c>, that scaling depends on.</summary>
    public IEnumerable<string> QueueNames => Steps.Values.Select(step => step.Queue).Append(BacklogPerTask?.Queue).OfType<string>();

    /// <summary>The schedules in the order of their names.</summary>
    public IEnumerable<ScheduledCapacity> PlanSchedules() => Schedules
        .OrderBy(schedule => schedule.Key, StringComparer.Ordinal)
        .Select(schedule => new ScheduledCapacity(
            $"schedule.{schedule.Key}",
            schedule.Value.Expression,
            schedule.Value.TimeZone,
            schedule.Value.MinimumTasks,
            schedule.Value.MaximumTasks));
}

/// <summary>Scales by the messages of a queue, visible or in flight, per task.</summary>
internal sealed record BacklogPerTaskConfig
{
    /// <summary>Name of a queue in <c>app:queues</c>.</summary>
    public required string Queue { get; init; }

    /// <summary>Target for messages per task: the longest acceptable delay divided by the processing time of one message.</summary>
    [Range(1, 1_000_000)]
    public required int MessagesPerTask { get; init; }
}

/// <summary>Scheduled limits for the number of tasks.</summary>
internal sealed record ScheduledTasksConfig
{
    /// <summary>Schedule: <c>cron(…)</c> with minutes, hours, day of month, month, day of week and year, <c>rate(…)</c>, or <c>at(…)</c> for once.</summary>
    [Schedule]
    public required string Expression { get; init; }

    /// <summary>Time zone of the expression.</summary>
    [TimeZone]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Minimum number of tasks from then on.</summary>
    [Range(0, 5000)]
    public required int MinimumTasks { get; init; }

    /// <summary>Maximum number of tasks from then on.</summary>
    [Range(0, 5000)]
    public required int MaximumTasks { get; init; }
}
