namespace Infra.Schedules;

/// <summary>Scheduled limits for the number of tasks.</summary>
/// <param name="Name">The suffix of the logical name.</param>
/// <param name="Expression">The schedule expression.</param>
/// <param name="TimeZone">The time zone of the expression.</param>
/// <param name="Minimum">The minimum number of tasks.</param>
/// <param name="Maximum">The maximum number of tasks.</param>
internal sealed record ScheduledCapacity(string Name, string Expression, string TimeZone, int Minimum, int Maximum);
