using System.Text.Json;
using Infra.Sandbox;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>docs/cost.md: the table has every stack file, and the bills are what the command prints.</summary>
public sealed class CostDocumentTests
{
    private static readonly Document Cost = new("docs/cost.md");

    private static readonly (string File, string Arguments)[] Files =
    [
        ("Pulumi.dev.yaml", "cost dev"),
        ("Pulumi.prod.yaml", "cost prod"),
        ("examples/minimal.yaml", "cost demo --config-file examples/minimal.yaml"),
        ("examples/live-beats.yaml", "cost demo --config-file examples/live-beats.yaml"),
        ("examples/ecs-guide.yaml", "cost demo --config-file examples/ecs-guide.yaml"),
        ("examples/datero-demo.yaml", "cost demo --config-file examples/datero-demo.yaml"),
        ("examples/datero.yaml", "cost demo --config-file examples/datero.yaml"),
        ("examples/event-jobs.yaml", "cost demo --config-file examples/event-jobs.yaml"),
    ];

    public static TheoryData<string> Commands => [.. Files.Select(file => file.Arguments)];

    [Fact]
    public void Files_AreAllThatAreShipped() => Assert.Equal(
        [.. StackFiles("", "Pulumi.*.yaml"), .. StackFiles("examples", "*.yaml")], Files.Select(file => file.File).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Table_HasTheTotalsOfEveryStackFile()
    {
        var rows = new List<string> { "| Stack file | Region | Low | Typical | High | Items without a price |", "| --- | --- | ---: | ---: | ---: | ---: |" };
        foreach (var (file, arguments) in Files)
        {
            using var bill = JsonDocument.Parse(await RunAsync($"{arguments} --json"));
            var total = bill.RootElement.GetProperty("total");
            var missing = bill.RootElement.GetProperty("items").EnumerateArray().Count(item => item.GetProperty("price").ValueKind == JsonValueKind.Null);
            rows.Add(FormattableString.Invariant(
                $"| `{file}` | {bill.RootElement.GetProperty("region")} | {Amount(total, "low")} | **{Amount(total, "typical")}** | {Amount(total, "high")} | {missing} |"));
        }

        Cost.Match("<!-- costs of all stack files -->", "<!-- end of costs -->", string.Join('\n', rows));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Bill_IsWhatTheCommandPrints(string arguments) =>
        Cost.Match($"<!-- output of: {arguments} -->", "<!-- end of output -->", $"```text\n{await RunAsync(arguments)}\n```");

    private static string Amount(JsonElement total, string name) => FormattableString.Invariant($"{total.GetProperty(name).GetDecimal():#,##0.00}");

    private static IEnumerable<string> StackFiles(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), pattern)
        .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static async Task<string> RunAsync(string arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        await SandboxCommands.RunAsync(arguments.Split(' '), new Terminal(output, error, RepositoryFiles.Root, HasColors: false));

        Assert.Equal("", error.ToString());
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }
}
