using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Infra.Configuration.Binding;

/// <summary>Phrases shared by problems and the configuration reference.</summary>
internal static class Phrase
{
    public static string Or(IReadOnlyList<string> words) => Words.List(words, "or");

    public static string And(IReadOnlyList<string> words) => Words.List(words, "and");

    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {Noun(count, noun)}");

    public static string DidYouMean(string? suggestion) => suggestion is null ? "" : $"; did you mean {suggestion}?";

    /// <summary>The values as text; four or more consecutive numbers become a range such as "7 to 30".</summary>
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

    public static string Range(RangeAttribute range) =>
        DisplayText.Of(range.Minimum) + (range.Maximum is int.MaxValue ? " or more" : $" to {DisplayText.Of(range.Maximum)}");

    public static string Length(int min, int max, string noun) => (min, max) switch
    {
        (_, int.MaxValue) => $"at least {Count(min, noun)}",
        (0, _) => $"at most {Count(max, noun)}",
        _ when min == max => Count(min, noun),
        _ => $"{min.ToString(CultureInfo.InvariantCulture)} to {Count(max, noun)}",
    };

    private static string Spelling(object value) => value as string ?? DisplayText.Of(value);

    private static string Noun(int count, string noun) =>
        count == 1 ? noun : noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s";
}
