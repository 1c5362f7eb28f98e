using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Infra.Configuration.Binding;

/// <summary>The turns of phrase that problems and the configuration reference share.</summary>
internal static class Wording
{
    public static string Or(IReadOnlyList<string> words) => Words.List(words, "or");

    public static string And(IReadOnlyList<string> words) => Words.List(words, "and");

    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {Noun(count, noun)}");

    public static string DidYouMean(string? suggestion) => suggestion is null ? "" : $"; did you mean '{suggestion}'?";

    /// <summary>The values as words; four or more whole numbers in a row become one word such as "7 to 30".</summary>
    public static IReadOnlyList<string> Values(IReadOnlyList<object> values)
    {
        List<string> words = [];
        for (var start = 0; start < values.Count;)
        {
            var end = start + 1;
            while (end < values.Count && values[end] is int next && values[end - 1] is int previous && next == previous + 1)
            {
                end++;
            }

            end = end - start < 4 ? start + 1 : end;
            words.Add(end - start == 1 ? Spelling(values[start]) : $"{Spelling(values[start])} to {Spelling(values[end - 1])}");
            start = end;
        }

        return words;
    }

    public static string Range(RangeAttribute range)
    {
        var (min, max) = (ShownValue.Of(range.Minimum), ShownValue.Of(range.Maximum));
        var hasMin = range.Minimum is not (int.MinValue or double.MinValue or double.NegativeInfinity);
        var hasMax = range.Maximum is not (int.MaxValue or double.MaxValue or double.PositiveInfinity);
        if (range.MinimumIsExclusive || range.MaximumIsExclusive)
        {
            min = (range.MinimumIsExclusive ? "more than " : "at least ") + min;
            max = (range.MaximumIsExclusive ? "less than " : "at most ") + max;
            return hasMin && hasMax ? $"{min} and {max}" : hasMin ? min : max;
        }

        return hasMin && hasMax ? $"{min} to {max}" : hasMin ? $"{min} or more" : $"{max} or less";
    }

    public static string Length(int min, int max, string noun) => (min, max) switch
    {
        (_, int.MaxValue) => $"at least {Count(min, noun)}",
        (0, _) => $"at most {Count(max, noun)}",
        _ when min == max => Count(min, noun),
        _ => $"{min.ToString(CultureInfo.InvariantCulture)} to {Count(max, noun)}",
    };

    private static string Spelling(object value) => value as string ?? ShownValue.Of(value);

    private static string Noun(int count, string noun) =>
        count == 1 ? noun : noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s";
}
