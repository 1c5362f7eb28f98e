using YamlDotNet.Core;

namespace Infra.Configuration.StackFiles;

/// <summary>Explains the errors of the YAML parser to operators.</summary>
internal static class YamlErrors
{
    public static (Position Position, string Message) Explain(Exception exception, string[] lines)
    {
        if (exception is not YamlException yaml)
        {
            // YamlDotNet throws it when a list in brackets is not closed before the next key.
            return (OpenBracket(lines), "the bracket opened here is not closed");
        }

        var number = Math.Clamp((int)yaml.Start.Line, 1, Math.Max(1, lines.Length));
        for (var line = number; line >= Math.Max(1, number - 1); line--)
        {
            if (IndentationProblem(lines, line) is { } problem)
            {
                return (new Position(line, Indentation(lines[line - 1]) + 1), problem);
            }
        }

        return (new Position(number, (int)yaml.Start.Column), Plain(yaml.Message));
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
                ? $"is indented by {depth} spaces, deeper than the line above ({above}), which already has a value; indent both alike"
            : depth < above && !OpenBlocks(lines, before).Contains(depth)
                ? $"is indented by {depth} spaces, unlike any block above; indent it like the other keys of its block"
            : null;
    }

    // The columns of the blocks that are still open after these lines.
    private static IEnumerable<int> OpenBlocks(string[] lines, IEnumerable<int> before)
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

    // The columns where a line starts blocks: "- name: x" starts one at the dash and one at the name.
    private static IReadOnlyList<int> Columns(string line)
    {
        List<int> columns = [Indentation(line)];
        while (line.AsSpan(columns[^1]) is ['-', ' ', .. var rest])
        {
            columns.Add(line.Length - rest.TrimStart().Length);
        }

        return columns;
    }

    private static Position OpenBracket(string[] lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (line.Count(letter => letter is '[' or '{') > line.Count(letter => letter is ']' or '}'))
            {
                return new Position(index + 1, line.IndexOfAny(['[', '{']) + 1);
            }
        }

        return new Position(1, 1);
    }

    // YamlDotNet's own messages use parser terms: "While parsing a block mapping, did not find expected key."
    private static string Plain(string message) =>
        message.Contains("nested too deeply", StringComparison.Ordinal) ? message
        : message.Contains("flow sequence", StringComparison.Ordinal) ? "a list in brackets needs commas between its items and a closing ]"
        : message.Contains("flow mapping", StringComparison.Ordinal) ? "a block in braces needs commas between its keys and a closing }"
        : message.Contains("multiline plain scalar", StringComparison.Ordinal) ? "continues the line above; add the missing colon there, or indent both alike"
        : message.Contains("'-' indicator", StringComparison.Ordinal) ? "is among the items of a list but does not start with -; add the - or change the indentation"
        : message.Contains("expected key", StringComparison.Ordinal) ? "is not a key with a colon, such as name: value; check the indentation of this line and the line above"
        : message.Contains("quoted scalar", StringComparison.Ordinal) ? "the quote opened here is not closed"
        : $"is not valid YAML: {message.TrimEnd('.')}; if this is text, put it in quotes";

    private static int Indentation(string line) => line.Length - line.AsSpan().TrimStart().Length;

    private static bool IsBlank(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];
}
