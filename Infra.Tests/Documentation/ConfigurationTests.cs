using Infra.Configuration.Reference;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

public sealed class ConfigurationTests
{
    private static readonly Document Configuration = new("docs/configuration.md");

    [Fact]
    public void Reference_IsWhatTheRecordsSay() => Configuration.Match(
        "<!-- configuration reference: generated from the records in Infra; ACCEPT=1 dotnet test rewrites it -->",
        "<!-- end of configuration reference -->",
        Reference());

    [Theory]
    [InlineData("natGateways", "about 33 USD a month")]
    [InlineData("interfaceEndpoints", "About 7 USD a month each")]
    [InlineData("app:dashboard", "3 USD a month")]
    public void Reference_SaysWhatPartsCost(string key, string cost) =>
        Assert.Contains(cost, Assert.Single(Configuration.Lines, line => line.StartsWith($"| `{key}` |", StringComparison.Ordinal)));

    [Fact]
    public void MinimalExample_IsAsShortAsTheDocumentSays()
    {
        var lines = File.ReadAllLines(RepositoryFiles.Path("examples", "minimal.yaml")).Where(line => !line.StartsWith('#'));

        Assert.Equal(8, lines.Count());
        Assert.Contains("examples/minimal.yaml), eight lines", Configuration.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_AreAllInTheDocument() => Assert.All(
        Directory.EnumerateFiles(RepositoryFiles.Path("examples")),
        file => Assert.Contains($"(../examples/{Path.GetFileName(file)})", Configuration.Text, StringComparison.Ordinal));

    private static string Reference()
    {
        using var xml = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Infra.xml"));
        return ConfigReference.Write(typeof(StackConfig), "app", XmlDocs.Load(xml)).ReplaceLineEndings("\n").Trim('\n');
    }
}
