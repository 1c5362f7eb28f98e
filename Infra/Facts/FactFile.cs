using System.Globalization;

namespace Infra.Facts;

/// <summary>
/// One of the text files in this folder, which are part of the program. The first two lines say where its facts come from and of
/// which day they are, the third what stands in a line; the README says how to renew them.
/// </summary>
internal sealed class FactFile
{
    private readonly string _text;

    private FactFile(string text)
    {
        var head = text.Split('\n', 4);
        (Source, Format, _text) = (After(head[0], "# source: "), After(head[2], "# "), head[3]);
        Date = DateOnly.ParseExact(After(head[1], "# date: "), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public string Source { get; }

    public DateOnly Date { get; }

    public string Format { get; }

    /// <summary>The date as messages show it.</summary>
    public string ShownDate => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IEnumerable<string> Lines => _text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of each line.</summary>
    public IEnumerable<string[]> Rows => Lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Read when the value is asked for, so that a preview pays only for what its stack file needs.</summary>
    public static Lazy<FactFile> Named(string name) => new(() => Read(name));

    public static FactFile Read(string name)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream($"Facts/{name}.txt")
            ?? throw new InvalidOperationException($"There are no facts named {name}.");
        using var reader = new StreamReader(stream);
        return new FactFile(reader.ReadToEnd());
    }

    /// <summary>The words of each line below a heading, or null when the file does not have the heading. Lines below one begin with a space.</summary>
    public IReadOnlyList<string[]>? Below(string heading)
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

    private static string After(string line, string beginning) => line.StartsWith(beginning, StringComparison.Ordinal)
        ? line[beginning.Length..]
        : throw new InvalidOperationException($"A file of facts begins with \"{beginning}\", not with \"{line}\".");
}
