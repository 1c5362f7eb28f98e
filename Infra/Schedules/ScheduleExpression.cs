using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Schedules;

/// <summary>
/// When something happens, in one of AWS's three forms: <c>cron(…)</c>, <c>rate(…)</c> and <c>at(…)</c>.
/// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
/// https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html
/// </summary>
internal static partial class ScheduleExpression
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>What is wrong with an expression, to be read after it; null when nothing is.</summary>
    public static string? Problem(string text) => Form(text) switch
    {
        "cron" => CronProblem(text),
        "rate" => RateProblem(text),
        "at" => TimeOf(text) is null ? "names a time that does not exist; use one such as at(2030-01-31T08:00:00)" : null,
        _ => "is none of cron(0 22 * * ? *), rate(15 minutes) and at(2030-01-31T08:00:00)",
    };

    public static string? CronProblem(string text)
    {
        try
        {
            CronExpression.Parse(text);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>Whether nothing can happen any more at a moment in UTC, whatever the time zone.</summary>
    public static bool IsOver(string text, DateTime now) =>
        TimeOf(text) is { } time ? time < now.AddHours(-14)
        : CronExpression.IsOne(text) && CronExpression.Parse(text).Years.Max() < now.Year;

    /// <summary>The time that an <c>at(…)</c> names; null for anything else.</summary>
    public static DateTime? TimeOf(string text) => Form(text) == "at"
        && DateTime.TryParseExact(text[3..^1], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string? RateProblem(string text)
    {
        if (Rate().Match(text) is not { Success: true } match)
        {
            return "is no rate; use one such as rate(15 minutes), rate(1 hour) or rate(7 days)";
        }

        var (value, unit) = (match.Groups["value"].Value, match.Groups["unit"].Value);
        return (value == "1") == unit.EndsWith('s') ? $"says \"{value} {unit}\"; AWS wants {(value == "1" ? $"1 {unit[..^1]}" : $"{value} {unit}s")}" : null;
    }

    private static string? Form(string text) => text.EndsWith(')') && text.IndexOf('(', StringComparison.Ordinal) is var end and > 0 ? text[..end] : null;

    [GeneratedRegex(@"^rate\((?<value>[1-9][0-9]{0,8}) (?<unit>(minute|hour|day)s?)\)\z")]
    private static partial Regex Rate();
}
