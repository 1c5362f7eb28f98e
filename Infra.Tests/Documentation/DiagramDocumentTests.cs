using Infra.Sandbox;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>The pictures of the documents are what the command draws. Run the tests with ACCEPT=1 to draw them again.</summary>
public sealed class DiagramDocumentTests
{
    private const string Prod = "Pulumi.prod.yaml";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Picture_OfAStack_IsWhatTheCommandDraws(string stack) => Match($"{stack}.svg", await RunAsync(RepositoryFiles.Root, "diagram", stack));

    [Fact]
    public async Task Picture_OfAnEdit_IsWhatTheCommandDraws()
    {
        var text = await File.ReadAllTextAsync(RepositoryFiles.Path(Prod));
        var edited = text
            .Replace("natGateways: none", "natGateways: onePerZone", StringComparison.Ordinal)
            .Replace("interfaceEndpoints: []", "interfaceEndpoints: [logs]", StringComparison.Ordinal)
            .Replace("subnets: public", "subnets: private", StringComparison.Ordinal);
        using var project = new TemporaryProject(
            ("Pulumi.yaml", await File.ReadAllTextAsync(RepositoryFiles.Path("Pulumi.yaml"))), (Prod, edited), ("main.yaml", text));

        Match("prod-private-tasks.svg", await RunAsync(project.Directory, "diagram", "prod", "--from", "main.yaml"));
    }

    [Fact]
    public async Task Flowchart_IsWhatTheCommandPrints() => new Document("docs/diagram.md").Match(
        "<!-- output of: diagram dev --mermaid -->",
        "<!-- end of output -->",
        $"```mermaid\n{(await RunAsync(RepositoryFiles.Root, "diagram", "dev", "--mermaid")).TrimEnd()}\n```");

    private static async Task<string> RunAsync(string directory, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await SandboxCommands.RunAsync(arguments, new Terminal(output, error, directory, HasColors: false));

        Assert.Equal((0, ""), (exitCode, error.ToString()));
        return output.ToString();
    }

    private static void Match(string name, string drawn)
    {
        var path = RepositoryFiles.Path("docs", "diagrams", name);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), drawn);
    }
}
