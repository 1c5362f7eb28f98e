using System.Globalization;
using Infra.Configuration.StackFiles;
using Pulumi;

namespace Infra.Sandbox.Benchmarks;

/// <summary>Measures previews from the start to the end of the process.</summary>
internal static class BenchmarkCommand
{
    private const double BytesPerMiB = 1024 * 1024;

    public static async Task RunAsync(int runs, Terminal terminal)
    {
        var project = ProjectFile.Find(terminal.Directory);
        if (project.Stacks.Count == 0)
        {
            throw new RunException($"there are no stack files in {project.StackDirectory}");
        }

        await terminal.Out.WriteLineAsync(Row("stack", "runs", "median", "min", "max", "memory"));
        foreach (var stack in project.Stacks)
        {
            var measured = await MeasureAsync(project, stack, runs);
            await terminal.Out.WriteLineAsync(Describe(stack, measured));
        }
    }

    /// <summary>A row of the table.</summary>
    public static string Describe(string stack, IReadOnlyList<Measurement> measured)
    {
        var times = measured.Select(run => run.Time).Order().ToList();
        var median = (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        var memory = measured.Max(run => run.PeakMemory) / BytesPerMiB;
        return Row(stack, Text($"{measured.Count}"), Seconds(median), Seconds(times[0]), Seconds(times[^1]), Text($"{memory:F0} MiB"));
    }

    private static async Task<IReadOnlyList<Measurement>> MeasureAsync(ProjectFile project, string stack, int runs)
    {
        string[] command = [.. CurrentProgram.Command(), "preview", stack];
        // A warm-up for the file cache and the JIT profile.
        await MeasuredProcess.RunAsync(project.Directory, command);

        var measured = new List<Measurement>();
        while (measured.Count < runs)
        {
            measured.Add(await MeasuredProcess.RunAsync(project.Directory, command));
        }

        return measured;
    }

    private static string Row(string stack, string runs, string median, string min, string max, string memory) =>
        $"{stack,-12}{runs,4}{median,10}{min,10}{max,10}{memory,10}";

    private static string Seconds(TimeSpan time) => Text($"{time.TotalSeconds:F3} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
