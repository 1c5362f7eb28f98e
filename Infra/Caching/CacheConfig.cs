using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Schedules;

namespace Infra.Caching;

/// <summary>
/// A Valkey cache on ElastiCache, encrypted, private, and reachable only by the tasks that use it, with a generated token. Set either
/// <c>nodeType</c> or <c>serverless</c>; changing from one to the other creates a new, empty cache and deletes the old one. In eu-central-1, a <c>cache.t4g.micro</c> node costs 10.51 USD a month, and so does each
/// replica; a serverless cache costs 0.101 USD per GB-hour, of which AWS bills at least 100 MB, and 0.0027 USD per million ECPUs.
/// </summary>
internal sealed record CacheConfig
{
    /// <summary>Version of Valkey, in quotes: <c>"8.0"</c> with <c>nodeType</c>, only the major version (<c>"8"</c>) with <c>serverless</c>. AWS installs patches. No downgrade.</summary>
    [Pattern("^([7-9]|[1-9][0-9])(\\.[0-9]{1,2})?$", "a Valkey version such as \"8.0\", or \"8\" with serverless")]
    public required string EngineVersion { get; init; }

    /// <summary>Size of each node.</summary>
    [Pattern("^cache\\.[a-z0-9-]+\\.[a-z0-9-]+$", "an ElastiCache node type such as cache.t4g.micro")]
    public string? NodeType { get; init; }

    /// <summary>Copies of the primary node; if it fails, one of them takes over. Each costs as much as the primary.</summary>
    [Range(0, 5)]
    public int Replicas { get; init; }

    /// <summary>Place the nodes in different zones.</summary>
    [DerivedDefault("`true` with `replicas`")]
    public bool? MultiAz { get; init; }

    /// <inheritdoc cref="ServerlessCacheConfig"/>
    public ServerlessCacheConfig? Serverless { get; init; }

    /// <summary>Days for which daily snapshots are kept; 0 takes none.</summary>
    [Range(0, 35)]
    public required int SnapshotRetentionDays { get; init; }

    /// <summary>Refuse to delete the cache until this is switched off. ElastiCache has no such setting, so Pulumi alone enforces it.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Take a last snapshot when the cache is deleted; with <c>nodeType</c> only.</summary>
    public bool FinalSnapshot { get; init; }

    /// <summary>When the daily snapshot is taken, in UTC; otherwise AWS picks a time, or keeps the last one. A serverless cache uses the start of it.</summary>
    [Pattern(WeeklyTimes.DailyPattern, WeeklyTimes.DailyMeaning)]
    public string? SnapshotWindow { get; init; }

    /// <summary>When AWS may change the nodes, in UTC; otherwise AWS picks a time, or keeps the last one.</summary>
    [Pattern(WeeklyTimes.WeeklyPattern, WeeklyTimes.WeeklyMeaning)]
    public string? MaintenanceWindow { get; init; }

    /// <summary>Make changes of the nodes at once, not in the maintenance window.</summary>
    public bool ApplyImmediately { get; init; }

    /// <summary>Another number generates another token, and tasks are replaced (docs/operations.md).</summary>
    [Range(1, int.MaxValue)]
    public int TokenVersion { get; init; } = 1;

    /// <inheritdoc cref="CacheAlarmsConfig"/>
    public CacheAlarmsConfig Alarms { get; init; } = new();

    /// <summary>Customer key for the data at rest; otherwise <c>app:kmsKeyArn</c>, or else AWS's own key. Cannot be changed: the update fails, and the cache stays as it is.</summary>
    [KmsKeyArn]
    public string? KmsKeyArn { get; init; }

    /// <summary>Whether the nodes are in different zones.</summary>
    public bool IsMultiAz => MultiAz ?? Replicas > 0;
}

/// <summary>A cache without nodes, which AWS scales and bills by use. Clients must support cluster mode. It stays in the zones that the stack had when it was created.</summary>
internal sealed record ServerlessCacheConfig
{
    /// <summary>Data it may hold, in GiB; at the limit it evicts keys that have a time to live.</summary>
    [Range(1, 5000)]
    public required int MaximumStorageGiB { get; init; }

    /// <summary>ElastiCache processing units it may use in a second; above, commands are throttled.</summary>
    [Range(1000, 15_000_000)]
    public required int MaximumEcpuPerSecond { get; init; }
}

/// <summary>Thresholds of the cache's alarms, which <c>app:alarms</c> creates for each node; 0 removes one.</summary>
internal sealed record CacheAlarmsConfig
{
    /// <summary>CPU utilization of the engine in percent, for 15 minutes; of a serverless cache its ECPUs, in percent of <c>maximumEcpuPerSecond</c>.</summary>
    [Range(0, 99)]
    public int CpuPercent { get; init; } = 90;

    /// <summary>Memory in percent, for 15 minutes; of a serverless cache its data, in percent of <c>maximumStorageGiB</c>.</summary>
    [Range(0, 99)]
    public int MemoryPercent { get; init; } = 90;

    /// <summary>Keys evicted in 5 minutes, for 15 minutes. None by default: a full cache evicts by design.</summary>
    [Range(0, 100_000_000)]
    public int Evictions { get; init; }
}
