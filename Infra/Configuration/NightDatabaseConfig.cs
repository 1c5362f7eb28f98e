using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>Stops the database too, which then costs its storage only. Without it the database stays on. AWS starts one again that was stopped for seven days.</summary>
internal sealed record NightDatabaseConfig
{
    /// <summary>When it stops: some minutes after the tasks, which still use it.</summary>
    [Cron]
    public required string StopCron { get; init; }

    /// <summary>When it starts: well before the tasks, for a start takes ten minutes or more.</summary>
    [Cron]
    public required string StartCron { get; init; }
}
