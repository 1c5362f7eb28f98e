using Infra.Schedules;

namespace Infra.OffHours;

/// <summary>Stops all services, and optionally the database, on a schedule, such as at night and over the weekend. Services are unavailable meanwhile. <c>pulumi up --refresh</c> starts the tasks until the next stop, and services stay stopped if the block is removed in off-hours.</summary>
internal sealed record OffHoursConfig
{
    /// <summary>Schedule for stopping the tasks: <c>cron(…)</c> with minutes, hours, day of month, month, day of week and year.</summary>
    [Cron]
    public required string StopCron { get; init; }

    /// <summary>Schedule for starting them again.</summary>
    [Cron]
    public required string StartCron { get; init; }

    /// <summary>Time zone of these schedules; follows daylight saving time.</summary>
    [TimeZone]
    public required string TimeZone { get; init; }

    /// <inheritdoc cref="DatabaseOffHoursConfig"/>
    public DatabaseOffHoursConfig? Database { get; init; }

    /// <summary>The scheduled actions for a service with these limits of scaling.</summary>
    public IEnumerable<ScheduledCapacity> Plan(int minimumTasks, int maximumTasks) =>
    [
        new("off-hours-stop", StopCron, TimeZone, 0, 0),
        new("off-hours-start", StartCron, TimeZone, minimumTasks, maximumTasks),
    ];
}

/// <summary>Stops the database too, so that only its storage is billed. By default it keeps running. RDS starts an instance again after it was stopped for seven days.</summary>
internal sealed record DatabaseOffHoursConfig
{
    /// <summary>Schedule for stopping the database: a few minutes after the tasks, which still use it.</summary>
    [Cron]
    public required string StopCron { get; init; }

    /// <summary>Schedule for starting the database: well before the tasks, because it takes ten minutes or more.</summary>
    [Cron]
    public required string StartCron { get; init; }
}
