using System.Globalization;

namespace Infra.Facts;

/// <summary>
/// A text file of this folder, embedded in the program. Its first lines are the source, the date and the format of the facts; README.md
/// explains how to update them.
/// </summary>
internal sealed class FactFile
{
    private readonly string _text;

    private FactFile(string text)
    {
        var head = text.Split('\n', 4);
        (Source, Format, _text) = (WithoutPrefix(head[0], "# source: "), WithoutPrefix(head[2], "# "), head[3]);
        Date = DateOnly.ParseExact(WithoutPrefix(head[1], "# date: "), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public string Source { get; }

    public DateOnly Date { get; }

    public string Format { get; }

    /// <summary>The date in messages.</summary>
    public string DateText => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IEnumerable<string> Lines => _text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of each line.</summary>
    public IEnumerable<string[]> Rows => Lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Reads a file on first use, so that a preview reads only what its stack file needs.</summary>
    public static Lazy<FactFile> Lazy(string name) => new(() => Read(name));

    public static FactFile Read(string name)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream($"Facts/{name}.txt")
            ?? throw new InvalidOperationException($"there is no fact file {name}");
        using var reader = new StreamReader(stream);
        return new FactFile(reader.ReadToEnd());
    }

    /// <summary>The words of each line below a heading; null if the file does not have the heading. Lines below a heading start with a space.</summary>
    public IReadOnlyList<string[]>? Section(string heading)
    {
        var start = _text.StartsWith(heading + "\n", StringComparison.Ordinal) ? 0 : _text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        List<string[]> rows = [];
        foreach (var line in _text.AsSpan(start).TrimStart('\n')[(heading.Length + 1)..].EnumerateLines())
        {
            if (line is not [' ', ..])
            {
                break;
            }

            rows.Add(line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return rows;
    }

    private static string WithoutPrefix(string line, string prefix) => line.StartsWith(prefix, StringComparison.Ordinal)
        ? line[prefix.Length..]
        : throw new InvalidOperationException($"a fact file has a line that starts with \"{prefix}\", not \"{line}\"");
}
