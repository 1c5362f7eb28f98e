using Infra.Tasks;

namespace Infra.Tests.Tasks;

public sealed class FargateSizeTests
{
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
    private static readonly Dictionary<int, int[]> Documented = new()
    {
        [256] = [512, 1024, 2048],
        [512] = [1024, 2048, 3072, 4096],
        [1024] = [2048, 3072, 4096, 5120, 6144, 7168, 8192],
        [2048] = [4096, 5120, 6144, 7168, 8192, 9216, 10240, 11264, 12288, 13312, 14336, 15360, 16384],
        [4096] =
        [
            8192, 9216, 10240, 11264, 12288, 13312, 14336, 15360, 16384, 17408, 18432, 19456,
            20480, 21504, 22528, 23552, 24576, 25600, 26624, 27648, 28672, 29696, 30720,
        ],
        [8192] = [16384, 20480, 24576, 28672, 32768, 36864, 40960, 45056, 49152, 53248, 57344, 61440],
        [16384] = [32768, 40960, 49152, 57344, 65536, 73728, 81920, 90112, 98304, 106496, 114688, 122880],
        [32768] = [61440, 122880, 249856],
    };

    [Fact]
    public void Sizes_AreThoseDocumented()
    {
        Assert.Equal(Documented.Keys.Order(), FargateSize.CpuUnits);
        Assert.All(Documented, size => Assert.Equal(size.Value, FargateSize.MemoryMiB(size.Key)));
        Assert.Equal(77, FargateSize.CpuUnits.Sum(cpuUnits => FargateSize.MemoryMiB(cpuUnits).Count));
    }

    [Fact]
    public void IsValid_OnlyDocumentedPairs_AreTrue()
    {
        // Every multiple of 512 MiB and its neighbours.
        var memories = Enumerable.Range(0, 600).Select(step => step * 512).SelectMany(size => new[] { size - 1, size, size + 1 }).ToList();
        var cpus = Documented.Keys.SelectMany(units => new[] { units / 2, units - 1, units, units + 1, units * 2 }).Distinct().ToList();

        var (valid, tried) = (0, 0);
        foreach (var (cpuUnits, memoryMiB) in cpus.SelectMany(cpuUnits => memories.Select(memoryMiB => (cpuUnits, memoryMiB))))
        {
            var expected = Documented.TryGetValue(cpuUnits, out var sizes) && sizes.Contains(memoryMiB);
            Assert.True(expected == FargateSize.IsValid(cpuUnits, memoryMiB), $"{cpuUnits} with {memoryMiB}");
            valid += expected ? 1 : 0;
            tried++;
        }

        Assert.Equal(77, valid);
        Assert.Equal(26 * 1800, tried);
    }

    [Theory]
    [InlineData(256, "512, 1024 or 2048")]
    [InlineData(512, "1024, 2048, 3072 or 4096")]
    [InlineData(1024, "2048 to 8192 in steps of 1024")]
    [InlineData(2048, "4096 to 16384 in steps of 1024")]
    [InlineData(4096, "8192 to 30720 in steps of 1024")]
    [InlineData(8192, "16384 to 61440 in steps of 4096")]
    [InlineData(16384, "32768 to 122880 in steps of 8192")]
    [InlineData(32768, "61440, 122880 or 249856")]
    public void DescribeMemoryMiB_ListsSizesOrRange(int cpuUnits, string expected) =>
        Assert.Equal(expected, FargateSize.DescribeMemoryMiB(cpuUnits));

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(300)]
    [InlineData(65536)]
    public void MemoryMiB_UnknownCpuUnits_IsEmpty(int cpuUnits) => Assert.Empty(FargateSize.MemoryMiB(cpuUnits));
}
