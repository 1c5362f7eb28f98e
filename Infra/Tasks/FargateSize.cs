namespace Infra.Tasks;

/// <summary>
/// The task sizes of Fargate.
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

    /// <summary>The memory sizes for a number of CPU units; empty if Fargate has no such CPU size.</summary>
    public static IReadOnlyList<int> MemoryMiB(int cpuUnits) => MemoryMiBByCpuUnits.GetValueOrDefault(cpuUnits, []);

    /// <summary>The smallest memory size for a number of CPU units; null if Fargate has no such CPU size.</summary>
    public static int? SmallestMemoryMiB(int cpuUnits) => MemoryMiB(cpuUnits) is [var smallest, ..] ? smallest : null;

    /// <summary>The smallest CPU size for a memory size; null if Fargate has no such memory size.</summary>
    public static int? SmallestCpuUnits(int memoryMiB) => CpuUnits.Cast<int?>().FirstOrDefault(units => IsValid(units!.Value, memoryMiB));

    public static bool IsValid(int cpuUnits, int memoryMiB) => MemoryMiB(cpuUnits).Contains(memoryMiB);

    /// <summary>The memory sizes as text for error messages: a list, or a range with its step.</summary>
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
