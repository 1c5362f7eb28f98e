namespace Infra.Configuration.StackFiles;

/// <summary>Tabs at the beginning of lines, which YAML does not take as indentation.</summary>
internal static class YamlTabs
{
    /// <summary>Reports every line that is indented with a tab; false where there is none.</summary>
    public static bool Report(string[] lines, YamlMistakes mistakes)
    {
        var any = false;
        foreach (var (index, line) in lines.Index())
        {
            var indentation = line.AsSpan()[..^line.AsSpan().TrimStart().Length];
            if (indentation.Length < line.Length && indentation.IndexOf('\t') is var tab and >= 0)
            {
                mistakes.Add(new Place(index + 1, tab + 1), "is indented with a tab; use spaces");
                any = true;
            }
        }

        return any;
    }
}
