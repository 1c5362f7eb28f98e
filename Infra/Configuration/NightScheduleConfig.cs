using Infra.Configuration.Binding;
using Infra.Planning;

namespace Infra.Configuration;

/// <summary>Stops every service at night or over the weekend, and the database if wanted. Nothing answers meanwhile.</summary>
internal sealed record NightScheduleConfig
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

    /// <inheritdoc cref="NightDatabaseConfig"/>
    public NightDatabaseConfig? Database { get; init; }

    /// <summary>What happens to a service that has between these numbers of tasks by day.</summary>
    public IEnumerable<ScheduledCapacity> Plan(int minimumTasks, int maximumTasks) =>
    [
        new("night-stop", StopCron, TimeZone, 0, 0),
        new("night-start", StartCron, TimeZone, minimumTasks, maximumTasks),
    ];
}
