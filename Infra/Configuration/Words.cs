namespace Infra.Configuration;

/// <summary>Lists in the words of a sentence.</summary>
internal static class Words
{
    /// <summary>"a", "a or b", "a, b or c".</summary>
    public static string List(IEnumerable<string> items, string conjunction)
    {
        var words = items.ToList();
        return words.Count < 2
            ? string.Concat(words)
            : $"{string.Join(", ", words[..^1])} {conjunction} {words[^1]}";
    }
}
