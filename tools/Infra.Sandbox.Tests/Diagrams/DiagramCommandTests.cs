using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Sandbox.Tests.Diff.Support;

namespace Infra.Sandbox.Tests.Diagrams;

public sealed class DiagramCommandTests
{
    [Fact]
    public async Task Diagram_IsPrinted()
    {
        using var project = new GitProject(isRepository: false);

        var run = await RunAsync(project);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("<svg xmlns=", run.Out, StringComparison.Ordinal);
        Assert.Contains("<title id=\"title\">shop-dev in eu-west-1</title>", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("</svg>", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_IsTheFileToWrite()
    {
        using var project = new GitProject(isRepository: false);

        var run = await RunAsync(project, "--out", "stack.mmd", "--mermaid");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
        Assert.StartsWith("flowchart TB\n  accTitle: shop-dev in eu-west-1\n", File.ReadAllText(project.File("stack.mmd")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_ComparesWithARevision()
    {
        using var project = new GitProject();
        project.Edit("cpuUnits: 256", "cpuUnits: 512");
        project.Edit("memoryMiB: 512", "memoryMiB: 1024");

        var run = await RunAsync(project, "--from", "HEAD");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(">from HEAD:Pulumi.dev.yaml to Pulumi.dev.yaml</text>", run.Out, StringComparison.Ordinal);
        Assert.Contains("<tspan class=\"changed\">0.25 vCPU, 512 MiB → 0.5 vCPU, 1 GiB</tspan>", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_ComparesTheLastCommitWithAFile()
    {
        using var project = new GitProject();
        project.Write("new.yaml", GitProject.StackFile.Replace("desiredCount: 1", "desiredCount: 2", StringComparison.Ordinal));

        var run = await RunAsync(project, "--to", "new.yaml");

        Assert.Contains("<tspan class=\"changed\">1 task → 2 tasks</tspan>", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProblemsOfAStackFile_AreReported()
    {
        using var project = new GitProject();
        project.Edit("containerPort: 80", "containerPort: no");

        var run = await RunAsync(project, "--from", "HEAD");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("Pulumi.dev.yaml: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatDoesNotExist_IsReported()
    {
        using var project = new GitProject(isRepository: false);

        var run = await RunAsync(project, "--out", "nowhere/stack.svg");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }

    private static async Task<CommandRun> RunAsync(GitProject project, params string[] options)
    {
        var recorded = new RecordedTerminal(Path.GetDirectoryName(project.File("Pulumi.yaml"))!);
        var context = new DeploymentContext(recorded.Terminal, ToolFinder.ForProcess(), SchemaCache.ForUser());
        var exitCode = await SandboxCommands.RunAsync(["diagram", "dev", .. options], context, CancellationToken.None);
        return new CommandRun(exitCode, recorded.Out, recorded.Error);
    }
}
