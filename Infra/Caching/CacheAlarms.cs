namespace Infra.Caching;

/// <summary>The alarms on the cache; a threshold of 0 is no alarm.</summary>
internal static class CacheAlarms
{
    private const double BytesInGiB = 1024 * 1024 * 1024;

    /// <summary>The alarms on a node. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html</summary>
    public static IReadOnlyList<AlarmSpec> OfNode(CacheAlarmsConfig thresholds) =>
    [
        .. Alarm("cpu", "EngineCPUUtilization", "Average", thresholds.CpuPercent, thresholds.CpuPercent,
            $"The cache uses more than {thresholds.CpuPercent} % of the CPU of its engine"),
        .. Alarm("memory", "DatabaseMemoryUsagePercentage", "Average", thresholds.MemoryPercent, thresholds.MemoryPercent,
            $"The cache uses more than {thresholds.MemoryPercent} % of its memory"),
        .. Evictions(thresholds.Evictions),
    ];

    /// <summary>
    /// The alarms on a serverless cache, which has neither CPU nor memory but limits of both.
    /// https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/serverless-metrics-events-redis.html
    /// </summary>
    public static IReadOnlyList<AlarmSpec> OfServerless(CacheAlarmsConfig thresholds, ServerlessCacheConfig limits) =>
    [
        .. Alarm("cpu", "ElastiCacheProcessingUnits", "Sum", thresholds.CpuPercent,
            Percent(thresholds.CpuPercent, (double)limits.MaximumEcpuPerSecond * AlarmTiming.Lasting.PeriodSeconds),
            $"The cache uses more than {thresholds.CpuPercent} % of its {limits.MaximumEcpuPerSecond} ECPUs per second"),
        .. Alarm("memory", "BytesUsedForCache", "Average", thresholds.MemoryPercent,
            Percent(thresholds.MemoryPercent, limits.MaximumStorageGiB * BytesInGiB),
            $"The cache holds more than {thresholds.MemoryPercent} % of its {limits.MaximumStorageGiB} GiB"),
        .. Evictions(thresholds.Evictions),
    ];

    private static IEnumerable<AlarmSpec> Evictions(int threshold) =>
        Alarm("evictions", "Evictions", "Sum", threshold, threshold, $"The cache evicts more than {threshold} keys in 5 minutes");

    private static double Percent(int percent, double of) => Math.Floor(of * percent / 100);

    private static IEnumerable<AlarmSpec> Alarm(string key, string metric, string statistic, int configured, double threshold, FormattableString description) =>
        AlarmSpec.When(configured > 0, new AlarmSpec
        {
            Key = key,
            Description = AlarmSpec.Text(description),
            Namespace = CacheMetrics.Namespace,
            Metric = metric,
            Statistic = statistic,
            Timing = AlarmTiming.Lasting,
            Threshold = threshold,
        });
}
