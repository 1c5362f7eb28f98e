using Infra.Configuration.Binding;

namespace Infra.Sandbox.NewStacks;

/// <summary>The message for missing answers, with options to paste.</summary>
internal static class MissingAnswers
{
    public static string Message(IReadOnlyList<Question> missing, bool takesDefaults)
    {
        var options = missing.Select(question => (Option: $"  --set {question.Key}={Quoted(question.Default ?? "<value>")}", question.Hint)).ToList();
        var width = options.Max(option => option.Option.Length);
        var advice = takesDefaults || missing.All(question => question.Default is null) ? "" : ", or --defaults to accept the values shown";
        return $"""
            {Phrase.Count(missing.Count, "answer")} {(missing.Count == 1 ? "is" : "are")} missing, so nothing was written. Add these options{advice}:
            {string.Join('\n', options.Select(option => $"{option.Option.PadRight(width)}  # {option.Hint}"))}
            """;
    }

    private static string Quoted(string value) => value.All(letter => char.IsAsciiLetterOrDigit(letter) || "./:_-@=+,".Contains(letter, StringComparison.Ordinal)) ? value : $"'{value}'";
}
