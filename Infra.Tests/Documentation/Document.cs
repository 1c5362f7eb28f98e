using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>A document of the repository.</summary>
/// <param name="Path">Its path from the root, with slashes.</param>
internal sealed partial record Document(string Path)
{
    private static readonly string[] Further = ["Infra/Facts/README.md", "tools/sdk/README.md"];

    /// <summary>Every document for people.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFiles.Root, "*.md")
            .Concat(Directory.EnumerateFiles(RepositoryFiles.Path("docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => System.IO.Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'))
            .Concat(Further)
            .Order(StringComparer.Ordinal)
            .Select(path => new Document(path)),
    ];

    public string FullPath => RepositoryFiles.Path(Path.Split('/'));

    public string Text => File.ReadAllText(FullPath).ReplaceLineEndings("\n");

    public string[] Lines => Text.Split('\n');

    /// <summary>The text between two markers. Run the tests with ACCEPT=1 to replace it with what is expected.</summary>
    public void Match(string start, string end, string expected)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            var (before, after) = Around(start, end);
            File.WriteAllText(FullPath, $"{before}\n\n{expected}\n\n{after}");
        }

        Assert.Equal(expected, Between(start, end));
    }

    public string Between(string start, string end)
    {
        var (before, after) = Around(start, end);
        return Text[before.Length..^after.Length].Trim('\n');
    }

    /// <summary>The content of a fenced block between two markers.</summary>
    public string BlockBetween(string start, string end) => string.Join('\n', Between(start, end).Split('\n')[1..^1]);

    /// <summary>Anchors as GitHub derives them from headings.</summary>
    public IEnumerable<string> Anchors() => WithoutBlocks()
        .Where(line => line.StartsWith('#'))
        .Select(line => Punctuation().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>Lines outside fenced blocks.</summary>
    public IEnumerable<string> WithoutBlocks()
    {
        var isBlock = false;
        foreach (var line in Lines)
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isBlock = !isBlock;
            }
            else if (!isBlock)
            {
                yield return line;
            }
        }
    }

    public override string ToString() => Path;

    private (string Before, string After) Around(string start, string end)
    {
        var from = Text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"{Path} has no {start}");
        from += start.Length;
        return (Text[..from], Text[Text.IndexOf(end, from, StringComparison.Ordinal)..]);
    }

    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex Punctuation();
}
