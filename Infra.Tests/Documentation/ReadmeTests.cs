using System.Text.RegularExpressions;
using Infra.Sandbox;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

public sealed partial class ReadmeTests
{
    private const int MaximumLines = 200;

    private static readonly Document Readme = new("README.md");

    [Fact]
    public void Readme_HasAtMost200Lines() => Assert.InRange(Readme.Text.TrimEnd().Split('\n').Length, 1, MaximumLines);

    [Fact]
    public async Task Readme_PreviewOutput_IsThePreviewWithoutWhatIsInsideTheParts() => Readme.Match(
        "<!-- preview output, shortened -->", "<!-- end of preview output -->", $"```text\n{string.Join('\n', await ShortenedPreview())}\n```");

    [Theory]
    [InlineData("dotnet run --project tools/Infra.Sandbox -- preview dev")]
    [InlineData("dotnet test")]
    public void Readme_QuickStart_HasBothCommands(string command) => Assert.Contains(command, Readme.Lines);

    private static async Task<IEnumerable<string>> ShortenedPreview()
    {
        var output = new StringWriter();
        var exitCode = await SandboxCommands.RunAsync(
            ["preview", "dev"], new Terminal(output, TextWriter.Null, RepositoryFiles.Root, HasColors: false));

        Assert.Equal(0, exitCode);
        return output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Where(line => !IsLeftOut().IsMatch(line));
    }

    // Resources inside a part, and outputs but for two.
    [GeneratedRegex(@"^ \+   [│ ]  |^    (?!url |clusterName )\w+ *: |^     .*: output<|^    [}\]]|^        ")]
    private static partial Regex IsLeftOut();
}
