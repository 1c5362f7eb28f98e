using System.Diagnostics;

namespace Infra.Sandbox.Deployments.Processes;

/// <summary>Starts and stops child processes.</summary>
internal static class ToolProcess
{
    private const string Shell = "/bin/sh";

    // A process in a new session does not get the terminal's Ctrl-C and outlives the sandbox. Each exec replaces the
    // shell, so the process keeps its ID. macOS has perl instead of setsid.
    private const string Detach = """
        umask 077
        exec >>"$1" 2>&1 </dev/null
        shift
        if command -v setsid >/dev/null; then exec setsid "$@"; fi
        if command -v perl >/dev/null; then exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' "$@"; fi
        exec "$@"
        """;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Starts a process that outlives this one, with its output in a file.</summary>
    public static DetachedProcess StartDetached(ToolCommand command, string outputFile)
    {
        var shell = command with { Program = Shell, Arguments = ["-c", Detach, "sh", outputFile, command.Program, .. command.Arguments] };
        return new DetachedProcess(Process.Start(Prepare(shell))!, outputFile);
    }

    /// <summary>Runs a process and captures its output.</summary>
    /// <param name="command">The command to run.</param>
    /// <param name="output">Receives the standard output.</param>
    /// <param name="cancellation">Kills the process.</param>
    /// <returns>The exit code and the standard error.</returns>
    public static async Task<(int ExitCode, string Errors)> CaptureAsync(ToolCommand command, Stream output, CancellationToken cancellation)
    {
        var start = Prepare(command);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        await using var ending = cancellation.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, await errors);
    }

    /// <summary>Interrupts a process like Ctrl-C.</summary>
    public static void Interrupt(int id)
    {
        using var kill = Process.Start(Shell, ["-c", "kill -INT \"$1\" 2>/dev/null", "sh", $"{id}"]);
        kill.WaitForExit();
    }

    /// <summary>Interrupts a process, and kills it if it does not exit in time.</summary>
    public static async Task StopAsync(ProcessIdentity identity, TimeSpan timeout)
    {
        if (identity.IsAlive)
        {
            Interrupt(identity.Id);
            for (var end = DateTime.UtcNow + timeout; identity.IsAlive && DateTime.UtcNow < end;)
            {
                await Task.Delay(PollInterval);
            }
        }

        await EndAsync(identity);
    }

    /// <summary>Kills a process.</summary>
    public static async Task EndAsync(ProcessIdentity identity)
    {
        if (!identity.IsAlive)
        {
            return;
        }

        using var process = Process.GetProcessById(identity.Id);
        process.Kill();
        while (identity.IsAlive)
        {
            await Task.Delay(PollInterval);
        }
    }

    private static ProcessStartInfo Prepare(ToolCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { WorkingDirectory = command.Directory };
        ChildEnvironment.Prepare(start.Environment, command.Environment);
        return start;
    }
}
