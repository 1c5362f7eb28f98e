using System.Text.RegularExpressions;
using Infra.Configuration.Binding;

namespace Infra.Configuration.Schema;

/// <summary>Descriptions for editors from the summaries of the records.</summary>
internal static partial class SchemaText
{
    /// <summary>Markdown as plain text, for editors that do not render it.</summary>
    public static string Plain(string markdown) => WebLink().Replace(NamedLink().Replace(markdown, "$1 ($2)"), "$1")
        .Replace("`", "", StringComparison.Ordinal)
        .Replace("&lt;", "<", StringComparison.Ordinal);

    /// <summary>The examples that follow "such as" and that the constraints of their key accept.</summary>
    public static IEnumerable<string> Examples(string summary, Constraints constraints) => InSummary(summary)
        .Concat(constraints.TextRules.SelectMany(rule => InRule(rule.Description)))
        .Where(example => constraints.ProblemOf(example, maySuggest: false) is null)
        .Distinct();

    private static IEnumerable<string> InSummary(string summary) =>
        Code().Matches(Spans().Match(summary).Value).Select(code => code.Groups[1].Value);

    private static IEnumerable<string> InRule(string description) => description.Split("such as ", 2) is [_, var examples]
        ? Separator().Split(examples).Select(example => example.Trim('"'))
        : [];

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)]+)\)")]
    private static partial Regex NamedLink();

    [GeneratedRegex("<(https?://[^>]+)>")]
    private static partial Regex WebLink();

    [GeneratedRegex("(?<=such as )`[^`]+`((, | or )`[^`]+`)*")]
    private static partial Regex Spans();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(",? or |, ")]
    private static partial Regex Separator();
}
