using System.Text.RegularExpressions;

namespace Infra.Tests.Documentation;

public sealed partial class LinkTests
{
    [Fact]
    public void Links_BetweenDocuments_LeadToFilesAndHeadings()
    {
        var links = Document.All.SelectMany(document => document.WithoutBlocks()
            .SelectMany(line => Link().Matches(line))
            .Select(match => (Document: document, Target: match.Groups[1].Value))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal))).ToList();

        Assert.True(links.Count > 80, $"only {links.Count} links");
        Assert.Empty(links.Where(link => !Exists(link.Document, link.Target)).Select(link => $"{link.Document}: {link.Target}"));
    }

    [Fact]
    public void Documents_AreReachedFromTheReadme()
    {
        var linked = Document.All.SelectMany(document => document.WithoutBlocks()
            .SelectMany(line => Link().Matches(line))
            .Select(match => FileOf(document, match.Groups[1].Value)))
            .ToHashSet();

        Assert.Equal(
            ["Infra/Facts/README.md", "README.md"],
            Document.All.Where(document => !linked.Contains(document.FullPath) && !linked.Contains(Path.GetDirectoryName(document.FullPath)!))
                .Select(document => document.Path));
    }

    private static bool Exists(Document document, string target)
    {
        var file = FileOf(document, target);
        return Path.Exists(file)
            && (!target.Contains('#', StringComparison.Ordinal)
                || Document.All.Single(one => one.FullPath == file).Anchors().Contains(target.Split('#')[1]));
    }

    private static string FileOf(Document document, string target) => target.Split('#')[0] is { Length: > 0 } path
        ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document.FullPath)!, path))
        : document.FullPath;

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
