using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Configuration;

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
