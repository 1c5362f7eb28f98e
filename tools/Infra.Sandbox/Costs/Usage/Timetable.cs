using Infra.Schedules;

namespace Infra.Sandbox.Costs.Usage;

/// <summary>Shares of time between scheduled events, measured over one year.</summary>
internal static class Timetable
{
    private const int MonthsPerYear = 12;

    // It begins on a Monday and has 365 days.
    private const int Year = 2035;

    /// <summary>The share of the year after the last event of each state.</summary>
    /// <param name="events">Schedules and the state that each begins.</param>
    /// <returns>Each state with its share; empty if none of the schedules repeats.</returns>
    public static IReadOnlyList<(T State, decimal Share)> Shares<T>(IEnumerable<(string Schedule, T State)> events)
        where T : notnull
    {
        var moments = events
            .SelectMany(entry => Moments(entry.Schedule).Select(moment => (Moment: moment, entry.State)))
            .OrderBy(entry => entry.Moment)
            .ToList();
        if (moments.Count == 0)
        {
            return [];
        }

        var (first, end) = (new DateTime(Year, 1, 1), new DateTime(Year + 1, 1, 1));
        var minutes = new Dictionary<T, double>();
        // The year begins in the state in which it ends.
        var (state, since) = (moments[^1].State, first);
        foreach (var (moment, next) in moments.Append((Moment: end, moments[^1].State)))
        {
            minutes[state] = minutes.GetValueOrDefault(state) + (moment - since).TotalMinutes;
            (state, since) = (next, moment);
        }

        return [.. minutes.Select(entry => (entry.Key, (decimal)(entry.Value / (end - first).TotalMinutes)))];
    }

    /// <summary>The runs of a schedule in an average month.</summary>
    /// <param name="schedule">A cron, rate or at expression.</param>
    /// <param name="hours">The hours of the month.</param>
    public static decimal RunsPerMonth(string schedule, decimal hours)
    {
        if (CronExpression.IsCron(schedule))
        {
            var cron = CronExpression.Parse(schedule);
            return (decimal)cron.DaysIn(Year).Count() * cron.Hours.Count * cron.Minutes.Count / MonthsPerYear;
        }

        return ScheduleExpression.RateMinutes(schedule) is { } minutes ? hours * 60 / minutes : 0;
    }

    private static IEnumerable<DateTime> Moments(string schedule)
    {
        if (!CronExpression.IsCron(schedule))
        {
            return [];
        }

        var cron = CronExpression.Parse(schedule);
        return from day in cron.DaysIn(Year)
               from hour in cron.Hours
               from minute in cron.Minutes
               select day.ToDateTime(new TimeOnly(hour, minute));
    }
}
