using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Layout;

/// <summary>Documentation comments name the thing itself.</summary>
public sealed partial class SummaryTests
{
    private static readonly string[] Folders = ["Infra", "Infra.Tests", "tools"];

    [Fact]
    public void Summary_DoesNotBeginAsAQuestion()
    {
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryFiles.Path(folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !Built().IsMatch(path))
            .ToList();

        Assert.True(files.Count > 1000, $"only {files.Count} files");
        Assert.Equal([], files.SelectMany(file => Question().Matches(File.ReadAllText(file)).Select(match => $"{file}: {match.Value}")));
    }

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex("<summary>(What|Who|Where|How) .*")]
    private static partial Regex Question();
}
