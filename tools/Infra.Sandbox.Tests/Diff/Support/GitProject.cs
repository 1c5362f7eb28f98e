using System.Diagnostics;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Diff.Support;

/// <summary>A project with one stack, committed to git.</summary>
internal sealed class GitProject : IDisposable
{
    public const string StackFile = """
        config:
          aws:region: eu-west-1
          app:name: shop
          app:network: { cidr: 10.0.0.0/16, zones: [eu-west-1a, eu-west-1b], natGateways: none }
          app:service:
            image: nginx:1.29
            containerPort: 80
            cpuUnits: 256
            memoryMiB: 512
            desiredCount: 1
            subnets: public
            secrets:
              TOKEN: { config: token }
          app:token:
            secure: v1:c2VjcmV0

        """;

    private readonly TemporaryProject _project = new(("Pulumi.yaml", "name: app\n"), ("Pulumi.dev.yaml", StackFile));

    public GitProject(bool isRepository = true)
    {
        if (isRepository)
        {
            Git("init", "--quiet");
            Commit();
        }
    }

    public string File(string name) => Path.Combine(_project.Directory, name);

    /// <summary>Replaces a text in the stack file on disk.</summary>
    public void Edit(string old, string wanted) => Write("Pulumi.dev.yaml", System.IO.File.ReadAllText(File("Pulumi.dev.yaml")).Replace(old, wanted));

    public void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    public void Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "change");
    }

    public void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _project.Directory })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    public Task<CommandRun> DiffAsync(params string[] options) => DiffAsync(ToolFinder.ForProcess(), options);

    public Task<CommandRun> DiffAsync(ToolFinder tools, params string[] options) => RunAsync(tools, ["diff", "dev", .. options]);

    public Task<CommandRun> ReviewAsync(params string[] options) => RunAsync(ToolFinder.ForProcess(), ["review", .. options]);

    private async Task<CommandRun> RunAsync(ToolFinder tools, string[] arguments)
    {
        var recorded = new RecordedTerminal(_project.Directory);
        var context = new DeploymentContext(recorded.Terminal, tools, SchemaCache.ForUser());
        var exitCode = await SandboxCommands.RunAsync(arguments, context, CancellationToken.None);
        return new CommandRun(exitCode, recorded.Out, recorded.Error);
    }

    public void Dispose()
    {
        // Git writes its objects read-only.
        foreach (var file in Directory.EnumerateFiles(_project.Directory, "*", SearchOption.AllDirectories))
        {
            System.IO.File.SetAttributes(file, FileAttributes.Normal);
        }

        _project.Dispose();
    }
}
