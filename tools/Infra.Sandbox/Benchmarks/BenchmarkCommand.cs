using System.Globalization;
using Infra.Configuration.StackFiles;
using Pulumi;

namespace Infra.Sandbox.Benchmarks;

/// <summary>Measures previews and diffs from the start to the end of the process.</summary>
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

        await terminal.Out.WriteLineAsync(Row("command", "runs", "median", "min", "max", "memory"));
        foreach (var stack in project.Stacks)
        {
            await MeasureAsync(["preview", stack]);
        }

        foreach (var stack in project.Stacks)
        {
            await MeasureAsync(["diff", stack, "--from", FileOf(project.Stacks[0]), "--to", FileOf(stack)]);
        }

        string FileOf(string stack) => Path.Combine(project.StackDirectory, $"Pulumi.{stack}.yaml");

        async Task MeasureAsync(string[] arguments)
        {
            var measured = await BenchmarkCommand.MeasureAsync(project, arguments, runs);
            await terminal.Out.WriteLineAsync(Describe($"{arguments[0]} {arguments[1]}", measured));
        }
    }

    /// <summary>A row of the table.</summary>
    public static string Describe(string command, IReadOnlyList<Measurement> measured)
    {
        var times = measured.Select(run => run.Time).Order().ToList();
        var median = (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        var memory = measured.Max(run => run.PeakMemory) / BytesPerMiB;
        return Row(command, Text($"{measured.Count}"), Seconds(median), Seconds(times[0]), Seconds(times[^1]), Text($"{memory:F0} MiB"));
    }

    private static async Task<IReadOnlyList<Measurement>> MeasureAsync(ProjectFile project, string[] arguments, int runs)
    {
        string[] command = [.. CurrentProgram.Command(), .. arguments];
        // A warm-up for the file cache and the JIT profile.
        await MeasuredProcess.RunAsync(project.Directory, command);

        var measured = new List<Measurement>();
        while (measured.Count < runs)
        {
            measured.Add(await MeasuredProcess.RunAsync(project.Directory, command));
        }

        return measured;
    }

    private static string Row(string command, string runs, string median, string min, string max, string memory) =>
        $"{command,-12}{runs,4}{median,10}{min,10}{max,10}{memory,10}";

    private static string Seconds(TimeSpan time) => Text($"{time.TotalSeconds:F3} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
