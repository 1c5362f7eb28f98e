using Infra.Databases;
using Infra.Schedules;

namespace Infra.OffHours;

/// <summary>Stops every service at night or over the weekend, and the database if wanted. Nothing answers meanwhile.</summary>
internal sealed record OffHoursConfig
{
    /// <summary>When the tasks stop: <c>cron(…)</c> with minutes, hours, day of month, month, day of week and year.</summary>
    [Cron]
    public required string StopCron { get; init; }

    /// <summary>When they start again.</summary>
    [Cron]
    public required string StartCron { get; init; }

    /// <summary>The time zone of all these times; summer time is minded.</summary>
    [TimeZone]
    public required string TimeZone { get; init; }

    /// <inheritdoc cref="DatabaseOffHoursConfig"/>
    public DatabaseOffHoursConfig? Database { get; init; }

    /// <summary>What happens to a service that has between these numbers of tasks by day.</summary>
    public IEnumerable<ScheduledCapacity> Plan(int minimumTasks, int maximumTasks) =>
    [
        new("off-hours-stop", StopCron, TimeZone, 0, 0),
        new("off-hours-start", StartCron, TimeZone, minimumTasks, maximumTasks),
    ];
}

/// <summary>Stops the database too, which then costs its storage only. Without it the database stays on. AWS starts one again that was stopped for seven days.</summary>
internal sealed record DatabaseOffHoursConfig
{
    /// <summary>When it stops: some minutes after the tasks, which still use it.</summary>
    [Cron]
    public required string StopCron { get; init; }

    /// <summary>When it starts: well before the tasks, for a start takes ten minutes or more.</summary>
    [Cron]
    public required string StartCron { get; init; }
}
