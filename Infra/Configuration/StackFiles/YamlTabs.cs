namespace Infra.Configuration.StackFiles;

/// <summary>Tabs in indentation, which YAML does not allow.</summary>
internal static class YamlTabs
{
    /// <summary>Reports every line that is indented with a tab, and returns whether there is one.</summary>
    public static bool Report(string[] lines, YamlProblems problems)
    {
        var any = false;
        foreach (var (index, line) in lines.Index())
        {
            var indentation = line.AsSpan()[..^line.AsSpan().TrimStart().Length];
            if (indentation.Length < line.Length && indentation.IndexOf('\t') is var tab and >= 0)
            {
                problems.Add(new Position(index + 1, tab + 1), "is indented with a tab; use spaces");
                any = true;
            }
        }

        return any;
    }
}
