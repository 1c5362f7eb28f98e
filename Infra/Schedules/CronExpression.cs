namespace Infra.Schedules;

/// <summary>
/// A cron expression in AWS's dialect: six fields, with <c>?</c> for one of the two days. The libraries for .NET read other dialects
/// (five fields, days from 0, no year), so this reads its own.
/// </summary>
internal sealed record CronExpression
{
    private const string Beginning = "cron(";

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

    /// <summary>The days of the week from 1 for Sunday; null when the days are those of a month.</summary>
    public IReadOnlySet<int>? DaysOfWeek => _texts[2] is "?" or "*" ? _values[4] : null;

    private IReadOnlySet<int>? DaysOfMonth => _values[2];

    private IReadOnlySet<int> Months => _values[3]!;

    public static bool IsOne(string text) => text.StartsWith(Beginning, StringComparison.Ordinal);

    /// <exception cref="FormatException">It is wrong; the message says why.</exception>
    public static CronExpression Parse(string text)
    {
        if (!IsOne(text) || !text.EndsWith(')'))
        {
            throw new FormatException("is not a cron expression such as cron(0 20 ? * MON-FRI *)");
        }

        var fields = text[Beginning.Length..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != CronField.All.Count)
        {
            throw new FormatException($"has {fields.Length} fields, not the 6 that AWS wants: minutes, hours, day of month, month, day of week and year");
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
            throw new FormatException("needs ? for exactly one of day of month and day of week, the third and the fifth field");
        }
    }

    private void CheckDate()
    {
        if (DaysOfMonth is { } days && !Years.Any(year => Months.Any(month => days.Any(day => day <= DateTime.DaysInMonth(year, month)))))
        {
            throw new FormatException($"names a date that never comes: day {_texts[2]} of month {_texts[3]}");
        }
    }
}
