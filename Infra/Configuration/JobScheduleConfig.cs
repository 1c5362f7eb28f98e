using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>Runs a job at set times.</summary>
internal sealed record JobScheduleConfig
{
    /// <summary>When: <c>cron(…)</c> with minutes, hours, day of month, month, day of week and year, <c>rate(…)</c> or, once, <c>at(…)</c>.</summary>
    [Schedule]
    public required string Expression { get; init; }

    /// <summary>The time zone of the expression; summer time is minded.</summary>
    [TimeZone]
    public string TimeZone { get; init; } = "UTC";
}
