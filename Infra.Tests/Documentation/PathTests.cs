using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>Files and folders that documents name.</summary>
public sealed partial class PathTests
{
    private static readonly Document Architecture = new("docs/architecture.md");

    [Fact]
    public void PathsInDocuments_Exist()
    {
        var paths = Document.All.SelectMany(document => document.WithoutBlocks()
            .SelectMany(line => Span().Matches(line))
            .Select(match => (Document: document, Path: match.Groups[1].Value))
            .Where(path => !path.Path.EndsWith("/obj", StringComparison.Ordinal))).ToList();
        string[] missing =
        [
            .. paths.Where(path => !Path.Exists(RepositoryFiles.Path(path.Path.Split('/')))).Select(path => $"{path.Document}: {path.Path}"),
        ];

        Assert.True(paths.Count > 40, $"only {paths.Count} paths");
        Assert.Empty(missing);
    }

    [Fact]
    public void FoldersOfTheProgram_AreInTheArchitecture()
    {
        var described = Architecture.Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Folder().Matches(line.Split('|')[1]))
            .Select(match => match.Groups[1].Value);

        Assert.Empty(Directory.EnumerateDirectories(RepositoryFiles.Path("Infra")).Select(Path.GetFileName).Except(["bin", "obj", .. described]));
    }

    [Fact]
    public void WalkOfAKey_PassesThroughWhatTheFilesSay()
    {
        var steps = Architecture.Lines.SelectMany(line => Step().Matches(line)).ToList();

        Assert.Equal(9, steps.Count);
        Assert.All(steps, step => Assert.Contains(
            step.Groups[2].Value, File.ReadAllText(RepositoryFiles.Path(step.Groups[1].Value.Split('/'))), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"`((?:Infra|Infra\.Tests|tools|docs|examples|\.ci|\.github)/[\w./-]*)`")]
    private static partial Regex Span();

    [GeneratedRegex("`([A-Z][A-Za-z]+)`")]
    private static partial Regex Folder();

    [GeneratedRegex(@"`(Infra/[\w/]+\.cs)`: `([^`]+)`")]
    private static partial Regex Step();
}
