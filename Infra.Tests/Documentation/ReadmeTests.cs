using Infra.Configuration.Reference;
using Infra.Queueing;
using Infra.Sandbox;
using Infra.Sandbox.Terraform;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

public class ReadmeTests
{
    private const string ReferenceStart =
        "<!-- configuration reference: written from the records in Infra/Configuration; ACCEPT=1 dotnet test writes it anew -->";
    private const string ReferenceEnd = "<!-- end of configuration reference -->";

    private static readonly string ReadmePath = RepositoryFiles.Path("README.md");

    [Fact]
    public void Readme_ConfigurationReference_IsWhatTheRecordsSay()
    {
        var readme = File.ReadAllText(ReadmePath);
        var before = readme[..(readme.IndexOf(ReferenceStart, StringComparison.Ordinal) + ReferenceStart.Length)];
        var after = readme[readme.IndexOf(ReferenceEnd, StringComparison.Ordinal)..];
        var expected = $"{before}\n\n{Reference().TrimEnd()}\n\n{after}";
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(ReadmePath, expected);
        }

        Assert.Equal(expected, File.ReadAllText(ReadmePath));
    }

    [Theory]
    [InlineData("natGateways", "about 33 USD a month")]
    [InlineData("interfaceEndpoints", "About 7 USD a month each")]
    [InlineData("app:dashboard", "3 USD a month")]
    public void Readme_ConfigurationReference_SaysWhatPartsCost(string key, string cost) =>
        Assert.Contains(cost, Assert.Single(File.ReadAllLines(ReadmePath), line => line.StartsWith($"| `{key}` |", StringComparison.Ordinal)));

    [Fact]
    public async Task Readme_PreviewOutput_IsWhatThePreviewPrints()
    {
        var shown = Between("<!-- preview output -->", "<!-- end of preview output -->")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[4..])
            .Where(line => line.Trim() != "…")
            .ToList();
        var printed = new Queue<string>(await PreviewOfDev());

        Assert.True(shown.Count > 30, $"the README shows only {shown.Count} lines");
        Assert.All(shown, line =>
        {
            var found = false;
            while (!found && printed.TryDequeue(out var next))
            {
                found = next == line;
            }

            Assert.True(found, $"the preview does not print: {line}");
        });
    }

    [Fact]
    public void Readme_MinimalExample_IsAsShortAsItSays()
    {
        var lines = File.ReadAllLines(RepositoryFiles.Path("examples", "minimal.yaml")).Where(line => !line.StartsWith('#')).ToList();

        Assert.Equal(8, lines.Count);
        Assert.Contains("examples/minimal.yaml), eight lines", File.ReadAllText(ReadmePath));
    }

    [Theory]
    [InlineData("    dotnet run --project tools/Infra.Sandbox -- preview dev")]
    [InlineData("    dotnet test")]
    public void Readme_QuickStart_NamesBothCommands(string command) =>
        Assert.Contains(command, File.ReadAllLines(ReadmePath));

    private static string Between(string start, string end)
    {
        var readme = File.ReadAllText(ReadmePath);
        var from = readme.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return readme[from..readme.IndexOf(end, StringComparison.Ordinal)];
    }

    private static async Task<string[]> PreviewOfDev()
    {
        var output = new StringWriter();
        var exitCode = await SandboxCommands.RunAsync(
            ["preview", "dev"], new Terminal(output, TextWriter.Null, RepositoryFiles.Root, HasColors: false));

        Assert.Equal(0, exitCode);
        return output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Reference()
    {
        using var xml = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Infra.xml"));
        return ConfigReference.Write(typeof(StackConfig), "app", XmlDocs.Load(xml));
    }
}
