using System.ComponentModel;
using System.Diagnostics;
using Pulumi;

namespace Infra.Sandbox.Benchmarks;

/// <summary>What one run took.</summary>
internal sealed record Measurement(TimeSpan Time, long PeakMemory);

/// <summary>A process that is run for what it takes rather than for what it says.</summary>
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
        return process.ExitCode == 0
            ? new Measurement(time, peakMemory)
            : throw new RunException($"`{string.Join(' ', command)}` failed:\n{(await errors).TrimEnd()}");
    }

    // The system forgets the peak with the process, but until then it does not fall.
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
                // It has ended in between.
            }
        }

        return peak;
    }
}
