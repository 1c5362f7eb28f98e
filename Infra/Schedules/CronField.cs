using System.Globalization;

namespace Infra.Schedules;

/// <summary>
/// A field of a cron expression in AWS's dialect.
/// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions (Application Auto Scaling, AWS Backup)
/// </summary>
internal sealed record CronField(string Name, int Minimum, int Maximum, params string[] Names)
{
    public static readonly CronField Minutes = new("minutes", 0, 59);
    public static readonly CronField Hours = new("hours", 0, 23);
    public static readonly CronField DayOfMonth = new("day of month", 1, 31);
    public static readonly CronField Month = new("month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    public static readonly CronField DayOfWeek = new("day of week", 1, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    public static readonly CronField Year = new("year", 1970, 2199);

    /// <summary>The fields in order.</summary>
    public static readonly IReadOnlyList<CronField> All = [Minutes, Hours, DayOfMonth, Month, DayOfWeek, Year];

    private string Allowed => Names.Length > 0 ? $"{Minimum} to {Maximum} or {Names[0]} to {Names[^1]}" : $"{Minimum} to {Maximum}";

    /// <summary>The values of a field; null if they depend on the month, as with <c>L</c>.</summary>
    /// <exception cref="FormatException">The field is not valid; the message is worded to follow the expression.</exception>
    public IReadOnlySet<int>? Read(string text)
    {
        if (text == "?")
        {
            return this == DayOfMonth || this == DayOfWeek ? AllValues() : throw Invalid(text, "is only for day of month and day of week");
        }

        var values = new HashSet<int>();
        var isFixed = true;
        foreach (var item in text.Split(','))
        {
            if (ReadItem(item) is { } found)
            {
                values.UnionWith(found);
            }
            else
            {
                isFixed = false;
            }
        }

        return isFixed ? values : null;
    }

    private IEnumerable<int>? ReadItem(string item)
    {
        if (item.Length == 0)
        {
            throw Invalid(item, $"is empty; use {Allowed}");
        }

        if (this == DayOfMonth && CheckSpecialDayOfMonth(item))
        {
            return null;
        }

        return this == DayOfWeek && CheckSpecialDayOfWeek(item) ? null : ReadRange(item);
    }

    // L is the last day, L-3 three days before it, LW the last weekday, and 15W the weekday nearest to the 15th.
    private bool CheckSpecialDayOfMonth(string item)
    {
        if (item is "L" or "LW")
        {
            return true;
        }

        if (item.StartsWith("L-", StringComparison.Ordinal))
        {
            return Number(item[2..]) is >= 1 and <= 30 ? true : throw Invalid(item, "must be L-1 to L-30");
        }

        if (item.EndsWith('W'))
        {
            _ = Value(item[..^1], item);
            return true;
        }

        return false;
    }

    // 6L is the last Friday of the month, and 6#2 the second.
    private bool CheckSpecialDayOfWeek(string item)
    {
        if (item is not "L" && item.EndsWith('L') && !item.Contains('-', StringComparison.Ordinal))
        {
            _ = Value(item[..^1], item);
            return true;
        }

        if (item.Split('#') is [var day, var which])
        {
            _ = Value(day, item);
            return Number(which) is >= 1 and <= 5 ? true : throw Invalid(item, "needs 1 to 5 after #, for the first to the fifth of the month");
        }

        return item is "L";
    }

    private IEnumerable<int> ReadRange(string item)
    {
        var parts = item.Split('/');
        if (parts.Length > 2 || parts[0].Length == 0)
        {
            throw Invalid(item, $"is not a step; use one such as {Minimum}/{Math.Min(15, Maximum)}");
        }

        var step = parts.Length == 2 ? ReadStep(parts[1], item) : (int?)null;
        var (first, last) = ReadEnds(parts[0], item);
        return Enumerable.Range(first, (step is not null && !parts[0].Contains('-', StringComparison.Ordinal) ? Maximum : last) - first + 1)
            .Where(value => (value - first) % (step ?? 1) == 0);
    }

    private int ReadStep(string text, string item) =>
        this == DayOfWeek ? throw Invalid(item, "has a step, which day of week does not allow; list the days")
        : Number(text) is { } step && step >= 1 && step <= Maximum ? step
        : throw Invalid(item, $"needs a step of 1 to {Maximum} after the slash");

    private (int First, int Last) ReadEnds(string text, string item)
    {
        if (text == "*")
        {
            return (Minimum, Maximum);
        }

        var ends = text.Split('-');
        if (ends.Length > 2)
        {
            throw Invalid(item, $"is not a range; use one such as {Minimum}-{Minimum + 4}");
        }

        var (first, last) = (Value(ends[0], item), Value(ends[^1], item));
        return first <= last ? (first, last) : throw Invalid(item, $"runs backwards; write {ends[0]}-{Maximum},{Minimum}-{ends[1]}");
    }

    private int Value(string text, string item)
    {
        var index = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? Minimum + index
            : Number(text) is { } number && number >= Minimum && number <= Maximum ? number
            : throw Invalid(item, $"must be {Allowed}");
    }

    private HashSet<int> AllValues() => [.. Enumerable.Range(Minimum, Maximum - Minimum + 1)];

    private FormatException Invalid(string item, string why) => new($"is not valid: {Name} \"{item}\" {why}");

    private static int? Number(string text) =>
        text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
