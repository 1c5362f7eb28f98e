using Infra.Caching;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Caching;

public sealed class CacheMetricsTests
{
    private static readonly ServerlessCacheConfig Limits = new() { MaximumStorageGiB = 2, MaximumEcpuPerSecond = 5000 };

    [Fact]
    public void Node_ByDefault_WatchesCpuAndMemory() => Assert.Equal(
        [
            "cpu: AWS/ElastiCache EngineCPUUtilization Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
            "memory: AWS/ElastiCache DatabaseMemoryUsagePercentage Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
        ],
        AlarmOutline.Of(CacheAlarms.OfNode(new CacheAlarmsConfig())));

    [Fact]
    public void Node_WithEvictions_WatchesThemToo() => Assert.Equal(
        "evictions: AWS/ElastiCache Evictions Sum GreaterThanThreshold 100, 3 of 3 x 300 s, missing notBreaching",
        AlarmOutline.Of(CacheAlarms.OfNode(new CacheAlarmsConfig { Evictions = 100 })).Last());

    [Fact]
    public void Serverless_Alarms_WatchItsLimits() => Assert.Equal(
        [
            "cpu: AWS/ElastiCache ElastiCacheProcessingUnits Sum GreaterThanThreshold 1200000, 3 of 3 x 300 s, missing notBreaching",
            "memory: AWS/ElastiCache BytesUsedForCache Average GreaterThanThreshold 1073741824, 3 of 3 x 300 s, missing notBreaching",
            "evictions: AWS/ElastiCache Evictions Sum GreaterThanThreshold 7, 3 of 3 x 300 s, missing notBreaching",
        ],
        AlarmOutline.Of(CacheAlarms.OfServerless(new CacheAlarmsConfig { CpuPercent = 80, MemoryPercent = 50, Evictions = 7 }, Limits)));

    [Fact]
    public void Threshold_OfZero_IsNoAlarm()
    {
        var none = new CacheAlarmsConfig { CpuPercent = 0, MemoryPercent = 0 };

        Assert.Empty(CacheAlarms.OfNode(none));
        Assert.Empty(CacheAlarms.OfServerless(none, Limits));
    }

    [Fact]
    public void Description_OfAnAlarm_NamesTheLimit() => Assert.Equal(
        [
            "The cache uses more than 90 % of the CPU of its engine",
            "The cache uses more than 90 % of its memory",
            "The cache evicts more than 5 keys in 5 minutes",
            "The cache uses more than 90 % of its 5000 ECPUs per second",
            "The cache holds more than 90 % of its 2 GiB",
        ],
        CacheAlarms.OfNode(new CacheAlarmsConfig { Evictions = 5 })
            .Concat(CacheAlarms.OfServerless(new CacheAlarmsConfig(), Limits))
            .Select(alarm => alarm.Description));

    [Fact]
    public async Task Alarms_OfNodes_AreOneForEach()
    {
        var subjects = Metrics("""{"replicas":1}""", Blocks.Cache).Alarms.ToList();

        Assert.Equal(["cache-001", "cache-002"], subjects.Select(subject => subject.Name));
        Assert.Equal(["CacheClusterId"], subjects[1].Dimensions.Keys);
        Assert.Equal("shop-cache-0a1b2c3d-002", await OutputUtilities.GetValueAsync(subjects[1].Dimensions["CacheClusterId"]));
    }

    [Fact]
    public async Task Alarms_OfAServerlessCache_AreOfTheWhole()
    {
        var subject = Assert.Single(Metrics("{}", Blocks.ServerlessCache).Alarms);

        Assert.Equal("cache", subject.Name);
        Assert.Equal("shop-cache-0a1b2c3d", await OutputUtilities.GetValueAsync(subject.Dimensions["clusterId"]));
    }

    [Theory]
    [InlineData(Blocks.Cache, """{"replicas":1}""", "EngineCPUUtilization 2", "DatabaseMemoryUsagePercentage 2", "CacheHitRate 2")]
    [InlineData(Blocks.ServerlessCache, "{}", "ElastiCacheProcessingUnits 1", "BytesUsedForCache 1", "CacheHitRate 1")]
    public void Dashboard_OfACache_ShowsLoadMemoryAndHits(string block, string changes, params string[] graphs) => Assert.Equal(
        graphs, Metrics(changes, block).Row.Graphs.Select(graph => $"{graph.Lines[0].Metric} {graph.Lines.Count}"));

    private static CacheMetrics Metrics(string changes, string block) =>
        new(TestConfigs.With(("cache", block), ("cache", changes)).Cache!, Output.Create("shop-cache-0a1b2c3d"));
}
