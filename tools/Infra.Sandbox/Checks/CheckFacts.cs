namespace Infra.Sandbox.Checks;

/// <summary>The data files of the folder Facts. Their first three lines are the source, the date and the format.</summary>
internal static class CheckFacts
{
    private const int HeaderLines = 3;

    /// <summary>The lines of a file whose columns are separated by <c> | </c>.</summary>
    public static IEnumerable<string[]> ReadColumns(string name)
    {
        using var stream = typeof(CheckFacts).Assembly.GetManifestResourceStream($"Checks/Facts/{name}.txt")
            ?? throw new InvalidOperationException($"there is no fact file {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(HeaderLines).Select(line => line.Split(" | "));
    }
}
