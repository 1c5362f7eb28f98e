using System.Runtime.Versioning;
using System.Text;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Processes;

public sealed class ToolProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task DetachedProcess_WritesItsOutputToTheFile()
    {
        using var process = Start("echo \"$1\"; echo problem >&2; pwd; exit 3", "one argument");

        var lines = await process.Lines().ToListAsync();

        Assert.Equal(["one argument", "problem", _folder.Path], lines);
        Assert.Equal(3, process.ExitCode);
    }

    [SkippableFact]
    public async Task DetachedProcess_HasItsOwnSession()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "only Linux has /proc");
        using var process = Start("cat /proc/$$/stat");

        var stat = (await process.Lines().ToListAsync()).Single().Split(' ');

        var (id, group, session) = (stat[0], stat[4], stat[5]);
        Assert.Equal(id, group);
        Assert.Equal(id, session);
    }

    [SkippableFact, UnsupportedOSPlatform("windows")]
    public async Task FilesOfADetachedProcess_AreReadableByTheOwnerOnly()
    {
        using var process = Start("touch state");

        await process.Lines().ToListAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("state")));
    }

    [SkippableFact]
    public async Task Interrupt_ReachesTheProcess()
    {
        Interrupts.RequireThatScriptsNotice();
        using var process = Start("trap 'echo finishing; exit 1' INT; echo begun; while :; do sleep 0.1; done");
        List<string> lines = [];
        await foreach (var line in process.Lines())
        {
            lines.Add(line);
            process.Interrupt();
        }

        Assert.Equal(["begun", "finishing"], lines);
        Assert.Equal(1, process.ExitCode);
    }

    [SkippableFact]
    public async Task End_KillsAProcessThatIgnoresSignals()
    {
        using var process = Start("trap '' INT TERM; sleep 60");

        await ToolProcess.EndAsync(process.Identity!);

        Assert.False(process.Identity!.IsAlive);
    }

    [SkippableFact]
    public async Task CapturedProcess_ReturnsOutputAndErrors()
    {
        using var output = new MemoryStream();

        var (exitCode, errors) = await ToolProcess.CaptureAsync(Command("echo result; echo problem >&2; exit 4"), output, CancellationToken.None);

        Assert.Equal((4, "problem\n"), (exitCode, errors));
        Assert.Equal("result\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    private DetachedProcess Start(string script, params string[] arguments)
    {
        var log = _folder.File("log");
        File.WriteAllText(log, "");
        return ToolProcess.StartDetached(Command(script, arguments), log);
    }

    private ToolCommand Command(string script, params string[] arguments)
    {
        Skip.If(OperatingSystem.IsWindows(), "there is no /bin/sh");
        return new ToolCommand { Program = _folder.WriteProgram("program", script), Arguments = arguments, Directory = _folder.Path };
    }
}
