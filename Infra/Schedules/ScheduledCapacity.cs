namespace Infra.Schedules;

/// <summary>Limits for the number of tasks from a time on.</summary>
/// <param name="Name">The end of the logical name.</param>
/// <param name="Expression">When, as Application Auto Scaling wants it.</param>
/// <param name="TimeZone">The time zone of the expression.</param>
/// <param name="Minimum">The fewest tasks from then on.</param>
/// <param name="Maximum">The most tasks from then on.</param>
internal sealed record ScheduledCapacity(string Name, string Expression, string TimeZone, int Minimum, int Maximum);
