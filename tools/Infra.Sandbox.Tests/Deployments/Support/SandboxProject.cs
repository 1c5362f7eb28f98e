using System.CommandLine;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>A copy of the shipped stack files, and the commands run on it.</summary>
internal sealed class SandboxProject : IDisposable
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

    /// <summary>What interrupts the commands, as Ctrl-C does.</summary>
    public CancellationToken Interruption { get; init; }

    public bool HasWorkFolder => System.IO.Directory.Exists(_folder.File(".sandbox"));

    /// <summary>Runs a command with the tools of this machine.</summary>
    public Task<CommandRun> RunAsync(params string[] arguments) => RunAsync(ToolFinder.OfProcess(), arguments);

    public async Task<CommandRun> RunAsync(ToolFinder tools, params string[] arguments)
    {
        var said = new Said(Directory);
        var commands = new DeploymentCommands(new DeploymentContext(said.Terminal, tools, SchemaCache.OfUser()));
        RootCommand root = [commands.Validate(), commands.Plan(), commands.Up(), commands.Destroy(), commands.Terraform()];
        var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            var exitCode = await root.Parse(arguments).InvokeAsync(settings, Interruption);
            return new CommandRun(exitCode, said.Out, said.Error);
        }
        catch (RunException failure) when (said.Error.Length > 0)
        {
            // The reason comes before the failure, and a test that fails of it has nothing else to show.
            throw new RunException($"{said.Error}\n{failure.Message}", failure);
        }
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>What a command has come to.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error);
