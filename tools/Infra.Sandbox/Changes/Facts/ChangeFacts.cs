namespace Infra.Sandbox.Changes.Facts;

/// <summary>The data files of this folder. Their first three lines are the source, the date and the format.</summary>
internal static class ChangeFacts
{
    private const int HeaderLines = 3;

    /// <summary>The lines of a file whose columns are separated by <c> | </c>.</summary>
    public static IEnumerable<string[]> ReadColumns(string name) => Read(name).Select(line => line.Split(" | "));

    /// <summary>The lines of a file.</summary>
    public static IEnumerable<string> Read(string name)
    {
        using var stream = typeof(ChangeFacts).Assembly.GetManifestResourceStream($"Changes/Facts/{name}.txt")
            ?? throw new InvalidOperationException($"there is no fact file {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(HeaderLines);
    }
}
