using YamlDotNet.Core;

namespace Infra.Configuration.StackFiles;

/// <summary>Says in the operator's words why a parser of YAML gave up.</summary>
internal static class YamlErrors
{
    public static (Place Place, string Message) Explain(Exception exception, string[] lines)
    {
        if (exception is not YamlException yaml)
        {
            // Thrown by YamlDotNet where a list in brackets runs on into the next key.
            return (OpenBracket(lines), "the bracket that begins here is not closed");
        }

        var number = Math.Clamp((int)yaml.Start.Line, 1, Math.Max(1, lines.Length));
        for (var line = number; line >= Math.Max(1, number - 1); line--)
        {
            if (IndentationProblem(lines, line) is { } problem)
            {
                return (new Place(line, Indentation(lines[line - 1]) + 1), problem);
            }
        }

        return (new Place(number, (int)yaml.Start.Column), Plain(yaml.Message));
    }

    private static string? IndentationProblem(string[] lines, int number)
    {
        var depth = Indentation(lines[number - 1]);
        var before = Enumerable.Range(0, number - 1).Reverse().Where(index => !IsBlank(lines[index])).ToList();
        if (IsBlank(lines[number - 1]) || before.Count == 0)
        {
            return null;
        }

        var above = Columns(lines[before[0]])[^1];
        return depth > above && !lines[before[0]].TrimEnd().EndsWith(':')
                ? $"is indented by {depth} spaces and the line above by {above}, which has a value already; begin both in the same column"
            : depth < above && !Blocks(lines, before).Contains(depth)
                ? $"is indented by {depth} spaces, and no block above is; begin it where the other keys of its block begin"
            : null;
    }

    // The columns of the blocks that are open at the end of those lines.
    private static IEnumerable<int> Blocks(string[] lines, IEnumerable<int> before)
    {
        var least = int.MaxValue;
        foreach (var depth in before.SelectMany(index => Columns(lines[index]).Reverse()))
        {
            if (depth < least)
            {
                least = depth;
                yield return depth;
            }
        }
    }

    // Where blocks begin in a line: "- name: x" begins one at the dash and one at the name.
    private static IReadOnlyList<int> Columns(string line)
    {
        List<int> columns = [Indentation(line)];
        while (line.AsSpan(columns[^1]) is ['-', ' ', .. var rest])
        {
            columns.Add(line.Length - rest.TrimStart().Length);
        }

        return columns;
    }

    private static Place OpenBracket(string[] lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (line.Count(letter => letter is '[' or '{') > line.Count(letter => letter is ']' or '}'))
            {
                return new Place(index + 1, line.IndexOfAny(['[', '{']) + 1);
            }
        }

        return new Place(1, 1);
    }

    // YamlDotNet's messages are for who writes parsers: "While parsing a block mapping, did not find expected key."
    private static string Plain(string message) =>
        message.Contains("nested too deeply", StringComparison.Ordinal) ? message
        : message.Contains("flow sequence", StringComparison.Ordinal) ? "a list in brackets needs commas between its items and ] at its end"
        : message.Contains("flow mapping", StringComparison.Ordinal) ? "a block in braces needs commas between its keys and } at its end"
        : message.Contains("multiline plain scalar", StringComparison.Ordinal) ? "continues the line above, where a colon is missing; or begin both in the same column"
        : message.Contains("'-' indicator", StringComparison.Ordinal) ? "belongs to a list, whose items begin with -; this line does not"
        : message.Contains("expected key", StringComparison.Ordinal) ? "expected a key with a colon here, such as name: value; check this line's indentation and the line above it"
        : message.Contains("quoted scalar", StringComparison.Ordinal) ? "the quote that begins here is not closed"
        : $"is not YAML: {message.TrimEnd('.')}; if this is text, put it in quotes";

    private static int Indentation(string line) => line.Length - line.AsSpan().TrimStart().Length;

    private static bool IsBlank(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];
}
