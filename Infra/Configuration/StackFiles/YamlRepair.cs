using System.Text.RegularExpressions;

namespace Infra.Configuration.StackFiles;

/// <summary>A common mistake in a line of YAML, and the line without it.</summary>
/// <param name="Line">The line number.</param>
/// <param name="Column">The column where the mistake starts.</param>
/// <param name="Message">The message for the operator.</param>
/// <param name="Repaired">The line as it was probably meant.</param>
internal sealed partial record YamlRepair(int Line, int Column, string Message, string Repaired)
{
    private const int LinesToSearch = 8;

    private static readonly Func<string, int, YamlRepair?>[] Kinds =
        [TextAfterQuotes, OpenQuote, ReservedStart, PlaceholderInBrackets, Wildcard, MissingSpace, ColonInText];

    /// <summary>The last line with a known mistake before the position where the parser failed.</summary>
    public static YamlRepair? Find(string[] lines, int first, int last)
    {
        for (var number = Math.Min(last, lines.Length); number >= Math.Max(1, first - LinesToSearch); number--)
        {
            var line = lines[number - 1];
            if (!line.AsSpan().TrimStart().StartsWith("#") && Kinds.Select(kind => kind(line, number)).OfType<YamlRepair>().FirstOrDefault() is { } repair)
            {
                return repair;
            }
        }

        return null;
    }

    private static YamlRepair? MissingSpace(string line, int number) => NoSpace().Match(line) is { Success: true } match
        ? Of(number, match.Groups["value"], $"needs a space after the colon: {match.Groups["key"].Value}: {match.Groups["value"].Value}",
            line.Insert(match.Groups["value"].Index, " "))
        : null;

    private static YamlRepair? ReservedStart(string line, int number) => Reserved().Match(line) is { Success: true } match
        ? Quoted(line, number, match.Groups["value"], $"text that starts with {match.Groups["value"].Value[0]} needs quotes")
        : null;

    private static YamlRepair? PlaceholderInBrackets(string line, int number) => InBrackets().Match(line) is { Success: true } match
        ? Quoted(line, number, match.Groups["value"], "text with ${…} in brackets needs quotes")
        : null;

    private static YamlRepair? Wildcard(string line, int number) => Star().Match(line) is { Success: true } match
        ? Quoted(line, number, match.Groups["value"], "text that starts with * needs quotes")
        : null;

    private static YamlRepair? ColonInText(string line, int number) => ColonInside().Match(line) is { Success: true } match
        ? Quoted(line, number, match.Groups["value"], "text that contains a colon and a space needs quotes")
        : null;

    private static YamlRepair? OpenQuote(string line, int number) => Open().Match(line) is { Success: true } match
        ? Of(number, match.Groups["quote"], "the quote opened here is not closed", Closed(line, match.Groups["quote"].Value))
        : null;

    private static string Closed(string line, string quote) => line.Insert(line.TrimEnd(' ', ']', '}').Length, quote);

    private static YamlRepair? TextAfterQuotes(string line, int number) => AfterQuotes().Match(line) is { Success: true } match
        ? Of(number, match.Groups["rest"], "follows a closing quote; put all of the text in quotes",
            line[..match.Groups["rest"].Index] + " #" + line[match.Groups["rest"].Index..])
        : null;

    private static YamlRepair Quoted(string line, int number, Group value, string message)
    {
        var quoted = $"\"{value.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return Of(number, value, $"{message}: {quoted}", line.Remove(value.Index, value.Length).Insert(value.Index, quoted));
    }

    private static YamlRepair Of(int number, Group position, string message, string repaired) => new(number, position.Index + 1, message, repaired);

    // Matches containerPort:80, but neither app:service: nor an image such as nginx:1.29 in a list.
    [GeneratedRegex(@"^\s*(?<key>[A-Za-z][\w.-]*):(?<value>(?![\s:/])[^\s#]*(?<!:))\s*(#.*)?$")]
    private static partial Regex NoSpace();

    [GeneratedRegex(@"^\s*(- )*([^\s#'""]+:\s+)?(?<value>[@`%][^#]*?)\s*(\s#.*)?$")]
    private static partial Regex Reserved();

    [GeneratedRegex(@"[\[{][^#'""]*?[\s,\[{](?<value>[^\s,'""\[\]{}]*\$\{[^}]*\}[^\s,'""\[\]{}]*)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"([\[,]\s*|:\s+|-\s+)(?<value>\*(?![A-Za-z0-9_-]+\s*([,\]}#]|$))[^\s,\]}]*)")]
    private static partial Regex Star();

    [GeneratedRegex(@"^\s*(- )*[^\s#'""]+:\s+(?<value>[^\s'""\[{|>#&*!][^#]*?:(\s[^#]*?)?)\s*(\s#.*)?$")]
    private static partial Regex ColonInside();

    [GeneratedRegex(@"^([^'""#]|""(\\.|[^""\\])*""|'([^']|'')*')*[:\-\[{,]\s*((?<quote>"")(\\.|[^""\\])*|(?<quote>')([^']|'')*)$")]
    private static partial Regex Open();

    [GeneratedRegex(@"^\s*(- )*[^\s#'""]+:\s+(""(\\.|[^""\\])*""|'([^']|'')*')\s*(?<rest>[^\s#,\]}'].*)$")]
    private static partial Regex AfterQuotes();
}
