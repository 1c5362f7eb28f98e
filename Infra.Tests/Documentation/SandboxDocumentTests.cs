using System.Diagnostics;
using System.Text.RegularExpressions;
using Infra.Sandbox;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

public sealed partial class SandboxDocumentTests
{
    private static readonly Document Sandbox = new("docs/sandbox.md");

    [Theory]
    [InlineData("<!-- output of: --help -->", "--help", true)]
    [InlineData(
        "<!-- output of: preview dev --config-file Infra.Tests/BrokenStacks/17-one-zone.yaml -->",
        "preview dev --config-file Infra.Tests/BrokenStacks/17-one-zone.yaml",
        true)]
    [InlineData("<!-- output without tools of: up dev -->", "up dev", false)]
    public async Task Output_IsWhatTheCommandPrints(string marker, string arguments, bool hasTools) => Sandbox.Match(
        marker, "<!-- end of output -->", $"```text\n{await RunAsync(arguments, hasTools)}\n```");

    [Fact]
    public async Task Options_AreThoseOfTheCommands()
    {
        string[] commands = ["preview", "diff", "diagram", "check", "cost", "prices", "review", "validate", "plan", "up", "destroy", "terraform", "verify", "new", "schema", "benchmark"];
        var options = new List<string>();
        foreach (var command in commands)
        {
            options.AddRange((await OptionsOf(command)).Select(option => $"{option} {command}"));
        }

        Assert.Equal(options.Order(StringComparer.Ordinal), DocumentedOptions().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> DocumentedOptions() =>
        from line in Sandbox.Lines
        where line.StartsWith("| `--", StringComparison.Ordinal)
        let cells = line.Split('|')
        from command in Code().Matches(cells[2])
        select $"{Option().Match(cells[1])} {command.Groups[1]}";

    private static async Task<IEnumerable<string>> OptionsOf(string command)
    {
        var output = new StringWriter();
        await SandboxCommands.RunAsync([command, "--help"], new Terminal(output, TextWriter.Null, RepositoryFiles.Root, HasColors: false));

        return Option().Matches(output.ToString().Split("Options:")[1]).Select(match => match.Value).Distinct()
            .Except(["--help", "--verbose"]);
    }

    private static async Task<string> RunAsync(string arguments, bool hasTools)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Infra.Sandbox.dll"), .. arguments.Split(' ')])
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!hasTools)
        {
            start.Environment["PATH"] = "";
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        return string.Join('\n', output.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
