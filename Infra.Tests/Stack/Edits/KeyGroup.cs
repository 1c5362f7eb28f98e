namespace Infra.Tests.Stack.Edits;

/// <summary>Keys of one block with the same edits, in a line: <c>service.{exec, user}: added, removed</c>.</summary>
internal static class KeyGroup
{
    public static IReadOnlyList<string> Of(IEnumerable<EditOutcome> outcomes) =>
    [
        .. outcomes
            .GroupBy(outcome => outcome.Key)
            .Select(key => (key.Key, Edits: Listed(key.Select(outcome => outcome.Way))))
            .GroupBy(key => (Parent: Parent(key.Key), key.Edits))
            .Select(group => $"{Keys(group.Key.Parent, [.. group.Select(key => key.Key).Order(StringComparer.Ordinal)])}: {group.Key.Edits}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The keys of a line.</summary>
    public static IEnumerable<string> Keys(string line)
    {
        var keys = line[..line.LastIndexOf(": ", StringComparison.Ordinal)];
        var open = keys.IndexOf(".{", StringComparison.Ordinal);
        return open < 0 || !keys.EndsWith('}') ? [keys] : keys[(open + 2)..^1].Split(", ").Select(key => $"{keys[..open]}.{key}");
    }

    private static string Keys(string parent, IReadOnlyList<string> keys) =>
        keys.Count == 1 ? keys[0] : $"{parent}.{{{string.Join(", ", keys.Select(key => key[(parent.Length + 1)..]))}}}";

    // Pairs and top-level keys have a line of their own.
    private static string Parent(string key) => key.Contains(' ') || !key.Contains('.') ? $"{key}." : key[..key.LastIndexOf('.')];

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Distinct().Order(StringComparer.Ordinal));
}
