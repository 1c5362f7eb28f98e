using System.Globalization;

namespace Infra.Schedules;

/// <summary>Times that repeat every week.</summary>
internal sealed record WeeklyTimes(IReadOnlyList<WeeklySpan> Spans)
{
    public const string WeeklyPattern = "^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$";
    public const string WeeklyMeaning = "a weekly window in UTC such as sun:03:00-sun:04:00";
    public const string DailyPattern = "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$";
    public const string DailyMeaning = "a daily window in UTC such as 01:00-02:00";

    private const int Day = 24 * 60;
    private const int Week = WeeklySpan.Week;
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>A daily window such as <c>01:00-02:00</c>.</summary>
    public static WeeklyTimes Daily(string window)
    {
        var ends = window.Split('-').Select(MinuteOfDay).ToList();
        return new([.. Enumerable.Range(0, 7).Select(day => new WeeklySpan((day * Day) + ends[0], Length(ends[0], ends[1], Day)))]);
    }

    /// <summary>A weekly window such as <c>sun:03:00-sun:04:00</c>.</summary>
    public static WeeklyTimes Weekly(string window)
    {
        var ends = window.Split('-').Select(end => (Array.IndexOf(Days, end[..3]) * Day) + MinuteOfDay(end[4..])).ToList();
        return new([new WeeklySpan(ends[0], Length(ends[0], ends[1], Week))]);
    }

    /// <summary>The times from each run of one cron expression to the next run of another; null if they do not repeat weekly.</summary>
    public static WeeklyTimes? Between(string stopCron, string startCron, int utcOffsetMinutes)
    {
        if (Moments(stopCron, utcOffsetMinutes) is not { } stops || Moments(startCron, utcOffsetMinutes) is not { } starts)
        {
            return null;
        }

        return new([.. stops.Select(stop => new WeeklySpan(stop, starts.Min(start => Length(stop, start, Week))))]);
    }

    /// <summary>Whether two cron expressions ever run at the same time.</summary>
    public static bool Coincide(string cron, string other) =>
        cron == other || (Moments(cron, 0) is { } moments && Moments(other, 0) is { } others && moments.Intersect(others).Any());

    public bool Overlap(WeeklyTimes other) => Spans.Any(span => other.Spans.Any(span.Overlaps));

    private static List<int>? Moments(string cron, int utcOffsetMinutes) => CronExpression.Parse(cron) is { DaysOfWeek: { } days } expression
        ? [.. days.SelectMany(day => expression.Hours.SelectMany(hour => expression.Minutes.Select(minute =>
            WeeklySpan.Wrap(((day - 1) * Day) + (hour * 60) + minute - utcOffsetMinutes))))]
        : null;

    private static int Length(int start, int end, int cycle) => end > start ? end - start : end - start + cycle;

    private static int MinuteOfDay(string time) => (Number(time[..2]) * 60) + Number(time[3..]);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>A span in minutes from the start of Sunday. It may extend into the next week.</summary>
internal sealed record WeeklySpan(int Start, int Minutes)
{
    public const int Week = 7 * 24 * 60;

    public static int Wrap(int minute) => ((minute % Week) + Week) % Week;

    // One starts before the other ends.
    public bool Overlaps(WeeklySpan other) => Wrap(other.Start - Start) < Minutes || Wrap(Start - other.Start) < other.Minutes;
}
