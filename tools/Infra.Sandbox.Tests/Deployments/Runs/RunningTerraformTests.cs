using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Runs;

public sealed class RunningTerraformTests : IDisposable
{
    private readonly TemporaryFolder _project = new();
    private readonly List<string> _printed = [];

    public void Dispose() => _project.Dispose();

    [SkippableFact]
    public async Task RunThatOutlivedItsSandbox_IsAwaited()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        using var process = Start(folder.Path, "sleep 0.5; touch finished");
        RunningTerraform.Record(folder, process.Identity);

        await RunningTerraform.WaitAsync(folder, _printed.Add, CancellationToken.None);

        Assert.True(File.Exists(folder.File("finished")));
        Assert.Equal([$"Waiting for the terraform of an earlier command (process {process.Identity!.Id}) to finish."], _printed);
        Assert.Null(folder.Read("running.json"));
    }

    [SkippableFact]
    public async Task RunThatOutlivedItsSandbox_CanBeInterrupted()
    {
        Interrupts.RequireThatScriptsNotice();
        using var folder = await WorkFolders.OpenAsync(_project);
        using var process = Start(folder.Path, "trap 'touch interrupted; exit 1' INT; while :; do sleep 0.1; done");
        RunningTerraform.Record(folder, process.Identity);
        using var interruption = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunningTerraform.WaitAsync(folder, _printed.Add, interruption.Token));

        Assert.True(File.Exists(folder.File("interrupted")));
    }

    [Fact]
    public async Task RunThatEndedWithItsSandbox_IsIgnored()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        RunningTerraform.Record(folder, ProcessIdentity.Of(Environment.ProcessId)! with { Start = "before" });

        await RunningTerraform.WaitAsync(folder, _printed.Add, CancellationToken.None);

        Assert.Empty(_printed);
    }

    private DetachedProcess Start(string directory, string script)
    {
        Skip.If(OperatingSystem.IsWindows(), "there is no /bin/sh");
        var command = new ToolCommand { Program = _project.WriteProgram("terraform", script), Arguments = [], Directory = directory };
        return ToolProcess.StartDetached(command, _project.File("log"));
    }
}
