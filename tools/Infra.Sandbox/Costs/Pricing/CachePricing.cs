using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>Valkey caches: nodes, or a serverless cache by data and processing units. https://aws.amazon.com/elasticache/pricing/</summary>
internal static class CachePricing
{
    private const decimal MinimumGiB = 0.1m;
    private const decimal Million = 1_000_000;

    public static IEnumerable<CostItem> Nodes(ResourceNode node, CostContext context)
    {
        var (type, count) = (node.Inputs.Text("nodeType") ?? "", node.Inputs.Number("numCacheClusters") ?? 1);
        return
        [
            context.Item(node, $"{type}, Valkey", Estimate.Fixed(context.Hours * count), "h", $"elasticache.{type}"),
            .. Snapshots(node, context),
        ];
    }

    public static IEnumerable<CostItem> Serverless(ResourceNode node, CostContext context)
    {
        var limit = node.Inputs.Map("cacheUsageLimits").Map("dataStorage").Number("maximum") ?? decimal.MaxValue;
        var data = Estimate.Max(Estimate.Fixed(MinimumGiB), context.Use(costs => costs.CacheGiB));
        return
        [
            context.Item(
                node,
                "data in the serverless cache",
                new Estimate(data.Low, Math.Min(data.Typical, limit), Math.Min(data.High, limit)) * context.Hours,
                "GiB-h",
                "elasticache.serverless.gbHour"),
            context.Item(
                node,
                "processing units (ECPU)",
                context.Use(costs => costs.CacheEcpusPerMonth) * (1 / Million),
                "million",
                "elasticache.serverless.million"),
            .. Snapshots(node, context),
        ];
    }

    // The price of snapshots is not known in any region, and their size depends on the data.
    private static IEnumerable<CostItem> Snapshots(ResourceNode node, CostContext context) =>
        (node.Inputs.Number("snapshotRetentionLimit") ?? 0) is > 0 and var days
            ? [context.Item(node, "snapshots of the cache", context.Use(costs => costs.CacheGiB) * days, "GiB", "elasticache.backup.gbMonth")]
            : [];
}
