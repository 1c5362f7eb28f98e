using System.ComponentModel;
using System.Diagnostics;
using Infra.Sandbox.CommandLine;
using Pulumi;

namespace Infra.Sandbox.Benchmarks;

/// <summary>The wall time and peak memory of one run.</summary>
internal sealed record Measurement(TimeSpan Time, long PeakMemory);

/// <summary>Measures the time and memory of a process.</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan SamplingInterval = TimeSpan.FromMilliseconds(10);

    public static async Task<Measurement> RunAsync(string directory, IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.ReadToEndAsync();
        var peakMemory = WatchMemory(process);
        var time = clock.Elapsed;

        await output;
        return process.ExitCode is ExitCodes.Success or ExitCodes.Harm
            ? new Measurement(time, peakMemory)
            : throw new RunException($"`{string.Join(' ', command)}` failed:\n{(await errors).TrimEnd()}");
    }

    // The peak is only available while the process runs.
    private static long WatchMemory(Process process)
    {
        var peak = 0L;
        while (!process.WaitForExit(SamplingInterval))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
            {
                // The process has exited.
            }
        }

        return peak;
    }
}
