namespace Infra.Schedules;

/// <summary>
/// A cron expression in AWS's dialect: six fields, with <c>?</c> in one of the two day fields. Libraries for .NET parse other dialects
/// (five fields, days from 0, no year).
/// </summary>
internal sealed record CronExpression
{
    private const string Prefix = "cron(";

    private readonly IReadOnlyList<string> _texts;
    private readonly IReadOnlyList<IReadOnlySet<int>?> _values;

    private CronExpression(IReadOnlyList<string> texts)
    {
        _texts = texts;
        _values = [.. CronField.All.Zip(texts, (field, text) => field.Read(text))];
    }

    public IReadOnlySet<int> Minutes => _values[0]!;

    public IReadOnlySet<int> Hours => _values[1]!;

    public IReadOnlySet<int> Years => _values[5]!;

    /// <summary>The days of the week, from 1 for Sunday; null if the expression uses days of the month.</summary>
    public IReadOnlySet<int>? DaysOfWeek => _texts[2] is "?" or "*" ? _values[4] : null;

    private IReadOnlySet<int>? DaysOfMonth => _values[2];

    private IReadOnlySet<int> Months => _values[3]!;

    public static bool IsCron(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The days of a year on which it runs. A day such as the last one, which depends on the month, counts as one day in each month.</summary>
    public IEnumerable<DateOnly> DaysIn(int year)
    {
        var isOnceAMonth = DaysOfMonth is null || _values[4] is null;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (Months.Contains(day.Month)
                && (isOnceAMonth ? day.Day == 1 : DaysOfMonth!.Contains(day.Day) && _values[4]!.Contains((int)day.DayOfWeek + 1)))
            {
                yield return day;
            }
        }
    }

    /// <exception cref="FormatException">The expression is not valid; the message is worded to follow it.</exception>
    public static CronExpression Parse(string text)
    {
        if (!IsCron(text) || !text.EndsWith(')'))
        {
            throw new FormatException("is not a cron expression such as cron(0 20 ? * MON-FRI *)");
        }

        var fields = text[Prefix.Length..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != CronField.All.Count)
        {
            throw new FormatException($"has {fields.Length} fields; use 6: minutes, hours, day of month, month, day of week and year");
        }

        CheckDays(fields[2], fields[4]);
        var expression = new CronExpression(fields);
        expression.CheckDate();
        return expression;
    }

    private static void CheckDays(string dayOfMonth, string dayOfWeek)
    {
        if ((dayOfMonth == "?") == (dayOfWeek == "?"))
        {
            throw new FormatException("needs ? in exactly one of day of month and day of week, fields 3 and 5");
        }
    }

    private void CheckDate()
    {
        if (DaysOfMonth is { } days && !Years.Any(year => Months.Any(month => days.Any(day => day <= DateTime.DaysInMonth(year, month)))))
        {
            throw new FormatException($"never runs: there is no day {_texts[2]} in month {_texts[3]}");
        }
    }
}
