using YamlDotNet.Core;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// Composes the nodes of a YAML text. A parser stops at the first mistake; where it is plain what was meant, that is put in its place
/// and the text read again, so that the operator learns of all mistakes at once.
/// </summary>
internal static class YamlText
{
    private const int MostRepairs = 20;

    /// <returns>The node at the top; null where the text has none.</returns>
    public static YamlNode? Compose(string file, string text)
    {
        var mistakes = new YamlMistakes(file);
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        ReportControlCharacters(lines, mistakes);
        for (var repairs = 0; ; repairs++)
        {
            var found = new YamlMistakes(file);
            try
            {
                var root = new YamlComposer(new Parser(new Scanner(new StringReader(string.Join('\n', lines)))), found).ComposeDocument();
                found.AddTo(mistakes);
                mistakes.ThrowIfAny();
                return root;
            }
            catch (Exception exception) when (exception is YamlException or InvalidOperationException)
            {
                if (!Repair(exception, lines, mistakes, repairs))
                {
                    mistakes.ThrowIfAny();
                }
            }
        }
    }

    private static bool Repair(Exception exception, string[] lines, YamlMistakes mistakes, int repairs)
    {
        if (YamlTabs.Report(lines, mistakes))
        {
            return false;
        }

        var (first, last) = exception is YamlException yaml ? ((int)yaml.Start.Line, (int)yaml.End.Line) : (1, lines.Length);
        if (repairs < MostRepairs && YamlRepair.Find(lines, first, last) is { } repair)
        {
            mistakes.Add(new Place(repair.Line, repair.Column), repair.Message);
            lines[repair.Line - 1] = repair.Repaired;
            return true;
        }

        var (place, message) = YamlErrors.Explain(exception, lines);
        mistakes.Add(place, message);
        return false;
    }

    // The library of the CLI refuses them: https://yaml.org/spec/1.2.2/#51-character-set
    private static void ReportControlCharacters(string[] lines, YamlMistakes mistakes)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (line.AsSpan().IndexOfAnyInRange('\0', '\b') is var column and >= 0)
            {
                mistakes.Add(new Place(index + 1, column + 1), "holds a control character that YAML does not allow; remove it");
                lines[index] = "";
            }
        }
    }
}
