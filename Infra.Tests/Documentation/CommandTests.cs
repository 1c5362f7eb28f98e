using Infra.Sandbox;
using Infra.Sandbox.CommandLine;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>Commands of the documents are executed, or are listed with the reason why they cannot be.</summary>
public sealed class CommandTests
{
    private const string Sandbox = "./sandbox ";
    private const int Misuse = 2;
    private const int MissingTool = 3;

    private static readonly string[] Previewing = ["preview", "cost", "prices"];
    private static readonly string[] Checking = ["check"];
    private static readonly string[] Deploying = ["diff", "diagram", "review", "validate", "plan", "up", "destroy", "terraform", "new", "schema"];
    private static readonly string[] StackFiles = ["Pulumi.yaml", "Pulumi.dev.yaml"];

    private static readonly string[] Commands = [.. Document.All.SelectMany(DocumentedCommands.In).Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Previews => [.. SandboxArguments(Previewing)];

    public static TheoryData<string> Checks => [.. SandboxArguments(Checking)];

    public static TheoryData<string> Deployments => [.. SandboxArguments(Deploying)];

    [Fact]
    public void Command_IsExecutedOrListedWithAReason()
    {
        Assert.True(Commands.Length > 60, $"only {Commands.Length} commands");
        string[] unknown = [.. Commands.Where(command => !IsExecuted(command) && !DocumentedCommands.NotExecuted.Keys.Any(start => IsStart(start, command)))];
        Assert.Empty(unknown);
    }

    [Fact]
    public void ListedCommand_IsInADocument()
    {
        string[] stale =
        [
            .. DocumentedCommands.NotExecuted.Keys.Concat(DocumentedCommands.ExecutedByScripts.Keys)
                .Where(start => !Commands.Any(command => IsStart(start, command))),
        ];
        Assert.Empty(stale);
    }

    [Fact]
    public void CommandOfAScript_IsInThatScript() => Assert.All(
        DocumentedCommands.ExecutedByScripts,
        command => Assert.Contains(command.Key, File.ReadAllText(RepositoryFiles.Path(command.Value.Split('/'))), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Previews))]
    public async Task Preview_Succeeds(string arguments) => Assert.Equal((0, ""), await RunAsync(arguments, RepositoryFiles.Root));

    // The day on which exceptions must hold is fixed, so that no test fails once they have expired.
    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Check_Succeeds(string arguments)
    {
        var (exitCode, error) = await RunAsync($"{arguments} --date 2026-12-01", RepositoryFiles.Root);

        Assert.Equal("", error);
        Assert.Equal(arguments.Contains("--all", StringComparison.Ordinal) ? ExitCodes.Findings : ExitCodes.Success, exitCode);
    }

    // In an empty folder they do nothing but check their arguments; the tests of deployments run them for real.
    [Theory]
    [MemberData(nameof(Deployments))]
    public async Task Deployment_IsAValidCommandLine(string arguments)
    {
        using var empty = new TemporaryProject();

        var (exitCode, error) = await RunAsync(arguments, empty.Directory);

        Assert.NotEqual(Misuse, exitCode);
        Assert.Matches("^(there is no Pulumi.yaml in |neither terraform nor tofu is on PATH|moto_server is not on PATH)", error);
    }

    [SkippableFact]
    public async Task Terraform_WritesADocument()
    {
        using var project = new TemporaryProject(
            [.. StackFiles.Select(file => (file, File.ReadAllText(RepositoryFiles.Path(file))))]);

        var (exitCode, error) = await RunAsync("terraform dev --out document", project.Directory);

        Skip.If(exitCode == MissingTool, error);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.True(File.Exists(Path.Combine(project.Directory, "document", "main.tf.json")));
    }

    private static bool IsExecuted(string command) =>
        DocumentedCommands.ExecutedByScripts.ContainsKey(command.Split(" <")[0])
        || (command.StartsWith(Sandbox, StringComparison.Ordinal) && SandboxArguments([.. Previewing, .. Checking, .. Deploying]).Contains(command[Sandbox.Length..]));

    private static bool IsStart(string start, string command) => command.StartsWith(start, StringComparison.Ordinal);

    private static IEnumerable<string> SandboxArguments(params string[] verbs) => Commands
        .Where(command => command.StartsWith(Sandbox, StringComparison.Ordinal))
        .Where(command => !DocumentedCommands.NotExecuted.Keys.Any(start => IsStart(start, command)))
        .Select(command => command[Sandbox.Length..])
        .Where(arguments => verbs.Contains(arguments.Split(' ')[0]));

    private static async Task<(int ExitCode, string Error)> RunAsync(string arguments, string directory)
    {
        var error = new StringWriter();
        var exitCode = await SandboxCommands.RunAsync(
            arguments.Split(' '), new Terminal(TextWriter.Null, error, directory, HasColors: false));

        return (exitCode, error.ToString());
    }
}
