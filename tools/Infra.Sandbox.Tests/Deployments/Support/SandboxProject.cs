using System.Text.RegularExpressions;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>A copy of the shipped stack files to run commands on.</summary>
internal sealed partial class SandboxProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SandboxProject()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(RepositoryFiles.Root, "Pulumi*.yaml"))
        {
            System.IO.File.Copy(file, _folder.File(Path.GetFileName(file)));
        }
    }

    public string Directory => _folder.Path;

    public string File(string name) => _folder.File(name);

    /// <summary>Copies a file of the repository into the project.</summary>
    /// <returns>Its name.</returns>
    public string Copy(string path)
    {
        var name = Path.GetFileName(path);
        System.IO.File.Copy(path, File(name));
        return name;
    }

    /// <summary>The name of the application in a stack file.</summary>
    public string Application(string stackFile) => NameKey().Match(System.IO.File.ReadAllText(File(stackFile))).Groups[1].Value;

    /// <summary>Interrupts the commands like Ctrl-C.</summary>
    public CancellationToken Interruption { get; init; }

    public bool HasWorkFolder => System.IO.Directory.Exists(_folder.File(".sandbox"));

    /// <summary>Runs a command with the tools of this machine.</summary>
    public Task<CommandRun> RunAsync(params string[] arguments) => RunAsync(ToolFinder.ForProcess(), arguments);

    public async Task<CommandRun> RunAsync(ToolFinder tools, params string[] arguments)
    {
        var recorded = new RecordedTerminal(Directory);
        var context = new DeploymentContext(recorded.Terminal, tools, SchemaCache.ForUser());
        var exitCode = await SandboxCommands.RunAsync(arguments, context, Interruption);
        return new CommandRun(exitCode, recorded.Out, recorded.Error);
    }

    public Task<EvaluatedStack> EvaluateAsync(StackRequest request) =>
        EvaluatedStack.ReadAsync(request, ProjectFile.Find(Directory), new RecordedTerminal(Directory).Terminal);

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"^\s*app:name: (\S+)", RegexOptions.Multiline)]
    private static partial Regex NameKey();
}

/// <summary>The result of a command.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error);
