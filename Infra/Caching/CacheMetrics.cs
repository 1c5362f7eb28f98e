using System.Globalization;
using Pulumi;

namespace Infra.Caching;

/// <summary>The alarms and graphs of a cache: of each node, or of a serverless cache as a whole.</summary>
internal sealed record CacheMetrics(CacheConfig Config, Output<string> Id)
{
    public const string Namespace = "AWS/ElastiCache";

    private const string HitRate = "Hit rate of the cache, in percent";

    public IEnumerable<AlarmSubject> Alarms => Config.Serverless is { } limits
        ? [new("cache", CacheAlarms.OfServerless(Config.Alarms, limits), Dimensions(OfServerless))]
        : Nodes.Select(node => new AlarmSubject($"cache-{node}", CacheAlarms.OfNode(Config.Alarms), Dimensions(OfNode(node))));

    public DashboardRow Row => Config.Serverless is not null
        ? new DashboardRow(
            Graph("ECPUs of the cache", "ElastiCacheProcessingUnits", "Sum"),
            Graph("Data in the cache, in bytes", "BytesUsedForCache", "Average"),
            Graph(HitRate, "CacheHitRate", "Average"))
        : new DashboardRow(
            Graph("CPU of the cache's engine, in percent", "EngineCPUUtilization", "Average"),
            Graph("Memory of the cache, in percent", "DatabaseMemoryUsagePercentage", "Average"),
            Graph(HitRate, "CacheHitRate", "Average"));

    // ElastiCache numbers the nodes of a replication group: shop-cache-001.
    private IEnumerable<string> Nodes =>
        Enumerable.Range(1, 1 + Config.Replicas).Select(number => number.ToString("000", CultureInfo.InvariantCulture));

    private (string Name, Output<string> Value) OfServerless => ("clusterId", Id);

    private (string Name, Output<string> Value) OfNode(string node) => ("CacheClusterId", Output.Format($"{Id}-{node}"));

    private DashboardGraph Graph(string title, string metric, string statistic) => Config.Serverless is not null
        ? new(title, new DashboardLine(Namespace, metric, statistic, Output.Create("cache"), OfServerless))
        : new(title, [.. Nodes.Select(node => new DashboardLine(Namespace, metric, statistic, Output.Create($"cache-{node}"), OfNode(node)))]);

    private static Dictionary<string, Output<string>> Dimensions((string Name, Output<string> Value) dimension) =>
        new() { [dimension.Name] = dimension.Value };
}
