using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for buckets, file systems, images, logs and backups.</summary>
internal static class StorageConsequences
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";
    private const string Repository = "aws:ecr/repository:Repository";
    private const string LifecyclePolicy = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    private const string ExpiredImages = "ECR deletes the images that the rules select within 24 hours.";
    private const string Logs = "aws:cloudwatch/logGroup:LogGroup";
    private const string Vault = "aws:backup/vault:Vault";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Bucket, Gone.WithOld("forceDestroy"), EffectKind.DataLoss,
            "All objects and their versions are deleted with the bucket.", "AmazonS3/latest/userguide/delete-bucket.html"),
        new(Lifecycle, Created, EffectKind.DataLoss,
            "S3 deletes the objects that are older than the rules allow, existing ones too.", "AmazonS3/latest/userguide/object-lifecycle-mgmt.html"),
        new(Lifecycle, Updated.And(ExpiresSooner), EffectKind.DataLoss,
            "S3 deletes the objects that are older than the new rules allow, existing ones too.",
            "AmazonS3/latest/userguide/object-lifecycle-mgmt.html"),
        new(Versioning, Gone, EffectKind.Irreversible,
            "Versioning is suspended: S3 keeps the versions that exist, and overwrites from now on.",
            "AmazonS3/latest/userguide/VersioningWorkflows.html"),
        new(Versioning, Changed("versioningConfiguration"), EffectKind.Irreversible,
            "A bucket that has had versions can suspend versioning, and never be without it again.", "AmazonS3/latest/userguide/Versioning.html"),

        new(FileSystem, Gone, EffectKind.DataLoss, "EFS deletes the file system with all files.", "efs/latest/ug/delete-efs-fs.html"),
        new(FileSystem, Changed("throughputMode", "provisionedThroughputInMibps").And(IsProvisioned), EffectKind.Irreversible,
            "EFS accepts another mode or a lower throughput after 24 hours.", "efs/latest/ug/managing-throughput.html"),
        new("aws:efs/mountTarget:MountTarget", Gone, EffectKind.Interruption,
            "Tasks that have mounted the file system through this mount target lose it.", "efs/latest/ug/accessing-fs.html"),
        new("aws:efs/accessPoint:AccessPoint", Gone, EffectKind.Interruption,
            "Tasks that start with the old access point cannot mount it. The files stay.", "efs/latest/ug/efs-access-points.html"),

        new(Repository, Gone.WithOld("forceDelete"), EffectKind.DataLoss,
            "ECR deletes all images. Running tasks that use them cannot be started again.", "AmazonECR/latest/userguide/repository-delete.html"),
        new(LifecyclePolicy, Created, EffectKind.DataLoss, ExpiredImages, "AmazonECR/latest/userguide/LifecyclePolicies.html"),
        new(LifecyclePolicy, Replaced, EffectKind.DataLoss, ExpiredImages, "AmazonECR/latest/userguide/LifecyclePolicies.html"),

        new(Logs, Gone, EffectKind.DataLoss,
            "CloudWatch Logs deletes the log group with all events in it.", "AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html"),
        new(Logs, Lowered("retentionInDays"), EffectKind.DataLoss,
            "CloudWatch Logs deletes the events that are older than the new retention, as a rule within 72 hours.",
            "AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"),

        new(Vault, Gone.WithOld("forceDestroy"), EffectKind.DataLoss,
            "All recovery points in the vault are deleted.", "aws-backup/latest/devguide/vaults.html"),
        new("aws:backup/plan:Plan", Deleted, EffectKind.Irreversible,
            "No more backups are made. Recovery points that exist stay until they expire.", "aws-backup/latest/devguide/about-backup-plans.html"),
    ];

    // A period that is set or shortened; removing one deletes nothing.
    private static bool ExpiresSooner(ResourceChange change) => change.Properties.Any(property =>
        property.Path.Contains("xpiration", StringComparison.Ordinal)
        && !property.Path.EndsWith("expiredObjectDeleteMarker", StringComparison.Ordinal)
        && property.New is not (null or PropertyValue.Null)
        && !(property is { Old: PropertyValue.Number old, New: PropertyValue.Number wanted } && wanted.Value >= old.Value));

    private static bool IsProvisioned(ResourceChange change) => change.New!.Inputs.Text("throughputMode") == "provisioned";
}
