using YamlDotNet.Core;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// Parses YAML. The parser stops at the first error; if that is a common mistake, the line is repaired and the text parsed again, so
/// that the operator sees all problems at once.
/// </summary>
internal static class YamlText
{
    private const int MaxRepairs = 20;

    /// <returns>The root node; null if the text has none.</returns>
    public static YamlNode? Compose(string file, string text)
    {
        var problems = new YamlProblems(file);
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        ReportControlCharacters(lines, problems);
        for (var repairs = 0; ; repairs++)
        {
            var found = new YamlProblems(file);
            try
            {
                var root = new YamlComposer(new Parser(new Scanner(new StringReader(string.Join('\n', lines)))), found).ComposeDocument();
                found.AddTo(problems);
                problems.ThrowIfAny();
                return root;
            }
            catch (Exception exception) when (exception is YamlException or InvalidOperationException)
            {
                if (!Repair(exception, lines, problems, repairs))
                {
                    problems.ThrowIfAny();
                }
            }
        }
    }

    private static bool Repair(Exception exception, string[] lines, YamlProblems problems, int repairs)
    {
        if (YamlTabs.Report(lines, problems))
        {
            return false;
        }

        var (first, last) = exception is YamlException yaml ? ((int)yaml.Start.Line, (int)yaml.End.Line) : (1, lines.Length);
        if (repairs < MaxRepairs && YamlRepair.Find(lines, first, last) is { } repair)
        {
            problems.Add(new Position(repair.Line, repair.Column), repair.Message);
            lines[repair.Line - 1] = repair.Repaired;
            return true;
        }

        var (position, message) = YamlErrors.Explain(exception, lines);
        problems.Add(position, message);
        return false;
    }

    // The YAML library of the CLI rejects them: https://yaml.org/spec/1.2.2/#51-character-set
    private static void ReportControlCharacters(string[] lines, YamlProblems problems)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (line.AsSpan().IndexOfAnyInRange('\0', '\b') is var column and >= 0)
            {
                problems.Add(new Position(index + 1, column + 1), "contains a control character that YAML does not allow; remove it");
                lines[index] = "";
            }
        }
    }
}
