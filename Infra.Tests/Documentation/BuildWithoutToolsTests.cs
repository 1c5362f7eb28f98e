using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>The program builds where <c>tools/</c> is not, as long as NuGet has the published packages.</summary>
public sealed class BuildWithoutToolsTests : IDisposable
{
    private readonly TemporaryProject _copy = new([.. SourcesWithoutTools()]);

    public void Dispose() => _copy.Dispose();

    [Fact]
    public async Task Program_HasTheSameTargetAndVersionsWithoutTools()
    {
        var answers = await Task.WhenAll(AskAsync(RepositoryFiles.Root), AskAsync(_copy.Directory));

        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("net10.0", answers[0]);
        Assert.Contains("Pulumi.Aws [7.48.0,7.48.0.1]", answers[0]);
        Assert.False(Directory.Exists(Path.Combine(_copy.Directory, "tools")));
    }

    private static IEnumerable<(string Name, string Text)> SourcesWithoutTools() => Directory.EnumerateFiles(RepositoryFiles.Root)
        .Concat(Directory.EnumerateFiles(RepositoryFiles.Path("Infra")))
        .Where(file => Path.GetExtension(file) is ".props" or ".targets" or ".csproj" or ".json" or ".slnx")
        .Select(file => (Path.GetRelativePath(RepositoryFiles.Root, file), File.ReadAllText(file)));

    private static async Task<List<string>> AskAsync(string directory)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "Infra/Infra.csproj", "-getProperty:TargetFramework", "-getItem:PackageVersion"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var answer = JsonNode.Parse(await process.StandardOutput.ReadToEndAsync())!;
        return
        [
            (string)answer["Properties"]!["TargetFramework"]!,
            .. answer["Items"]!["PackageVersion"]!.AsArray().Select(item => $"{item!["Identity"]} {item["Version"]}"),
        ];
    }
}
