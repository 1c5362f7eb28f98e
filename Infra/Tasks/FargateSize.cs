namespace Infra.Tasks;

/// <summary>
/// The task sizes that Fargate runs.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
/// </summary>
internal static class FargateSize
{
    private const int Gibibyte = 1024;

    private static readonly SortedDictionary<int, int[]> MemoryMiBByCpuUnits = new()
    {
        [256] = [512, 1024, 2048],
        [512] = Steps(1, 4, 1),
        [1024] = Steps(2, 8, 1),
        [2048] = Steps(4, 16, 1),
        [4096] = Steps(8, 30, 1),
        [8192] = Steps(16, 60, 4),
        [16384] = Steps(32, 120, 8),
        [32768] = [60 * Gibibyte, 120 * Gibibyte, 244 * Gibibyte],
    };

    public static IReadOnlyCollection<int> CpuUnits => MemoryMiBByCpuUnits.Keys;

    /// <summary>The memory sizes that go with a number of CPU units; none when Fargate has no such size.</summary>
    public static IReadOnlyList<int> MemoryMiB(int cpuUnits) => MemoryMiBByCpuUnits.GetValueOrDefault(cpuUnits, []);

    /// <summary>The smallest memory that goes with a number of CPU units; null when Fargate has no such size.</summary>
    public static int? LeastMemoryMiB(int cpuUnits) => MemoryMiB(cpuUnits) is [var least, ..] ? least : null;

    /// <summary>The fewest CPU units that go with a memory size; null when Fargate has no such size.</summary>
    public static int? LeastCpuUnits(int memoryMiB) => CpuUnits.Cast<int?>().FirstOrDefault(units => IsValid(units!.Value, memoryMiB));

    public static bool IsValid(int cpuUnits, int memoryMiB) => MemoryMiB(cpuUnits).Contains(memoryMiB);

    /// <summary>The allowed memory sizes in the words of an error message: all of them, or the range and its step.</summary>
    public static string DescribeMemoryMiB(int cpuUnits)
    {
        var sizes = MemoryMiB(cpuUnits);
        return sizes.Count <= 4
            ? Words.List(sizes.Select(size => $"{size}"), "or")
            : $"{sizes[0]} to {sizes[^1]} in steps of {sizes[1] - sizes[0]}";
    }

    private static int[] Steps(int fromGiB, int toGiB, int stepGiB) =>
        [.. Enumerable.Range(0, ((toGiB - fromGiB) / stepGiB) + 1).Select(step => (fromGiB + (step * stepGiB)) * Gibibyte)];
}
