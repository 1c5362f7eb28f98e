using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>Buckets, file systems, repositories and backups.</summary>
internal static class StoragePricing
{
    private const string AccessLogs = "infra:index:AccessLogs";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    private const string FileSystemType = "aws:efs/fileSystem:FileSystem";
    private const string DatabaseType = "aws:rds/instance:Instance";
    private const decimal Thousand = 1000;

    // The size of an entry of an access log, before S3 compresses the file.
    private const decimal LogEntryGiB = 0.5m / 1024 / 1024;
    private const decimal DaysPerMonth = 30;

    /// <summary>The part of a file system's data that a month's work writes.</summary>
    private const decimal WrittenShare = 0.1m;

    /// <summary>https://aws.amazon.com/s3/pricing/</summary>
    public static IEnumerable<CostItem> Bucket(ResourceNode node, CostContext context)
    {
        if (IsOfAccessLogs(node, context))
        {
            var entries = context.Use(costs => costs.RequestsPerMonth) * (LogEntryGiB * RetentionDays(node, context) / DaysPerMonth);
            return [context.Item(node, "access logs", entries, "GiB", "s3.gbMonth")];
        }

        var requests = context.Use(costs => costs.BucketRequestsPerMonth) * (1 / Thousand);
        return
        [
            context.Item(node, "data in S3", context.Use(costs => costs.BucketGiB), "GiB", "s3.gbMonth"),
            context.Item(node, "requests that write", requests, "thousand", "s3.writes.1000"),
            context.Item(node, "requests that read", requests, "thousand", "s3.reads.1000"),
        ];
    }

    /// <summary>https://aws.amazon.com/efs/pricing/</summary>
    public static IEnumerable<CostItem> FileSystem(ResourceNode node, CostContext context)
    {
        var data = context.Use(costs => costs.FileSystemGiB);
        yield return context.Item(node, "data on the file system", data, "GiB", "efs.gbMonth");
        if (node.Inputs.Text("throughputMode") == "elastic")
        {
            yield return context.Item(node, "data read, elastic throughput", data, "GiB", "efs.elastic.readGb");
            yield return context.Item(node, "data written, elastic throughput", data * WrittenShare, "GiB", "efs.elastic.writeGb");
        }
    }

    /// <summary>Daily backups of EFS itself. https://aws.amazon.com/backup/pricing/</summary>
    public static IEnumerable<CostItem> FileSystemBackups(ResourceNode node, CostContext context) =>
        node.Inputs.Map("backupPolicy").Text("status") == "ENABLED"
            ? [context.Item(node, "backups of the file system", context.Use(costs => costs.FileSystemGiB), "GiB", "efs.backup.gbMonth")]
            : [];

    /// <summary>Backups of <c>app:backup</c>. Those of RDS cost as much as the snapshots of RDS. https://aws.amazon.com/backup/pricing/</summary>
    public static IEnumerable<CostItem> Backups(ResourceNode node, CostContext context)
    {
        foreach (var source in node.Sources.Select(source => context.Find(source)).OfType<ResourceNode>())
        {
            if (source.Key.Type == FileSystemType)
            {
                yield return context.Item(node, "backups of the file system", context.Use(costs => costs.FileSystemGiB), "GiB", "efs.backup.gbMonth");
            }
            else if (source.Key.Type == DatabaseType)
            {
                yield return context.Item(
                    node, "backups of the database", context.Used(source.Inputs.Number("allocatedStorage") ?? 0), "GiB", "rds.backup.gbMonth");
            }
        }
    }

    /// <summary>https://aws.amazon.com/ecr/pricing/</summary>
    public static IEnumerable<CostItem> Repository(ResourceNode node, CostContext context) =>
        [context.Item(node, "images", context.Use(costs => costs.RepositoryGiB), "GiB", "ecr.gbMonth")];

    private static bool IsOfAccessLogs(ResourceNode bucket, CostContext context) =>
        context.Find(bucket.Parent) is { Parent: { Type: AccessLogs } };

    private static decimal RetentionDays(ResourceNode bucket, CostContext context) => context.All(Lifecycle)
        .Where(node => node.Parent == bucket.Parent)
        .SelectMany(node => node.Inputs.Items("rules").OfType<PropertyValue.Map>())
        .Select(rule => rule.Map("expiration").Number("days"))
        .FirstOrDefault(days => days is not null) ?? DaysPerMonth;
}
