using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Schedules;

/// <summary>
/// A schedule in one of AWS's three forms: <c>cron(…)</c>, <c>rate(…)</c> and <c>at(…)</c>.
/// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
/// https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html
/// </summary>
internal static partial class ScheduleExpression
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>The problem of an expression, worded to follow it; null if there is none.</summary>
    public static string? Problem(string text) => Form(text) switch
    {
        "cron" => CronProblem(text),
        "rate" => RateProblem(text),
        "at" => TimeOf(text) is null ? "is not a valid time; use one such as at(2030-01-31T08:00:00)" : null,
        _ => "is not a schedule; use one such as cron(0 22 * * ? *), rate(15 minutes) or at(2030-01-31T08:00:00)",
    };

    public static string? CronProblem(string text)
    {
        try
        {
            CronExpression.Parse(text);
            return null;
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Whether the schedule has ended at a moment in UTC, in every time zone.</summary>
    public static bool IsOver(string text, DateTime now) =>
        TimeOf(text) is { } time ? time < now.AddHours(-14)
        : CronExpression.IsCron(text) && CronExpression.Parse(text).Years.Max() < now.Year;

    /// <summary>The time of an <c>at(…)</c> expression; null for other forms.</summary>
    public static DateTime? TimeOf(string text) => Form(text) == "at"
        && DateTime.TryParseExact(text[3..^1], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The minutes between the runs of a <c>rate(…)</c> expression; null for other forms.</summary>
    public static int? RateMinutes(string text) => Rate().Match(text) is { Success: true } match
        ? int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)
            * (match.Groups["unit"].Value[0] switch { 'm' => 1, 'h' => 60, _ => 24 * 60 })
        : null;

    private static string? RateProblem(string text)
    {
        if (Rate().Match(text) is not { Success: true } match)
        {
            return "is not a rate; use one such as rate(15 minutes), rate(1 hour) or rate(7 days)";
        }

        var (value, unit) = (match.Groups["value"].Value, match.Groups["unit"].Value);
        return (value == "1") == unit.EndsWith('s') ? $"is not valid; use \"{(value == "1" ? $"1 {unit[..^1]}" : $"{value} {unit}s")}\"" : null;
    }

    private static string? Form(string text) => text.EndsWith(')') && text.IndexOf('(', StringComparison.Ordinal) is var end and > 0 ? text[..end] : null;

    [GeneratedRegex(@"^rate\((?<value>[1-9][0-9]{0,8}) (?<unit>(minute|hour|day)s?)\)\z")]
    private static partial Regex Rate();
}
