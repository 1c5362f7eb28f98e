using System.Diagnostics;

namespace Infra.Sandbox.Deployments.Processes;

/// <summary>Starts the processes of a deployment; nothing else does.</summary>
internal static class ToolProcess
{
    private const string Shell = "/bin/sh";

    // In a session of its own a process does not get the terminal's Ctrl-C and outlives the sandbox. Each line replaces the
    // shell, so that the process keeps its id. macOS has no setsid, but perl.
    private const string Detach = """
        umask 077
        exec >>"$1" 2>&1 </dev/null
        shift
        if command -v setsid >/dev/null; then exec setsid "$@"; fi
        if command -v perl >/dev/null; then exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' "$@"; fi
        exec "$@"
        """;

    /// <summary>Starts a process that outlives this one and writes all it says to a file.</summary>
    public static DetachedProcess StartDetached(ToolCommand command, string outputFile)
    {
        var shell = command with { Program = Shell, Arguments = ["-c", Detach, "sh", outputFile, command.Program, .. command.Arguments] };
        return new DetachedProcess(Process.Start(Prepare(shell))!, outputFile);
    }

    /// <summary>Runs a process to its end and takes what it says.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="output">Where its standard output goes.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <returns>The exit code and what it says besides.</returns>
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

    /// <summary>Asks a process to finish what it is doing, as Ctrl-C would.</summary>
    public static void Interrupt(int id)
    {
        using var kill = Process.Start(Shell, ["-c", "kill -INT \"$1\" 2>/dev/null", "sh", $"{id}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends a process at once.</summary>
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
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static ProcessStartInfo Prepare(ToolCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { WorkingDirectory = command.Directory };
        ChildEnvironment.Prepare(start.Environment, command.Environment);
        return start;
    }
}
