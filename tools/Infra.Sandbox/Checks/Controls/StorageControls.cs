using System.Collections.Immutable;
using Infra.Configuration.Binding;
using Infra.FileStorage;
using Infra.ObjectStorage;
using Infra.Registry;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>Buckets, file systems and repositories.</summary>
internal static class StorageControls
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
    private const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";
    private const string BackupPolicy = "aws:efs/backupPolicy:BackupPolicy";
    private const string BackupSelection = "aws:backup/selection:Selection";
    private const string Repository = "aws:ecr/repository:Repository";

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("ECR.1", ScanOnPush),
        new("ECR.2", ImmutableTags),
        new("ECR.5", RepositoryKeys),
        new("EFS.2", BackupPlan),
        new("EFS.7", AutomaticBackups),
        new("S3.14", ObjectVersions),
        new("S3.17", BucketKeys),
    ];

    private static IEnumerable<Violation> ScanOnPush(CheckContext context) =>
        from repository in context.Of(Repository)
        where repository.Inputs.Map("imageScanningConfiguration").Flag("scanOnPush") != true
        let key = KeyOf(repository, Member<RepositoryConfig>(config => config.ScanOnPush), context)
        select new Violation(repository, key, "is off, so images with known vulnerabilities go unnoticed", Remedy.Set(key, "true"));

    private static IEnumerable<Violation> ImmutableTags(CheckContext context) =>
        from repository in context.Of(Repository)
        where repository.Inputs.Text("imageTagMutability") != "IMMUTABLE"
        let key = KeyOf(repository, Member<RepositoryConfig>(config => config.ImmutableTags), context)
        select new Violation(repository, key, "is off, so a push can replace an image that was tested and deployed", Remedy.Set(key, "true"));

    private static IEnumerable<Violation> RepositoryKeys(CheckContext context) =>
        from repository in context.Of(Repository)
        where !repository.Inputs.Items("encryptionConfigurations").OfType<PropertyValue.Map>().Any(encryption => encryption.Text("encryptionType") == "KMS")
        select new Violation(
            repository,
            EncryptionKey.Of(context),
            "is not set, so images are encrypted with a key of AWS",
            EncryptionKey.Remedy(context, "An existing repository keeps its key: do it before the first deployment."));

    private static IEnumerable<Violation> BackupPlan(CheckContext context) =>
        from fileSystem in context.Of(FileSystem)
        where !HasAutomaticBackups(fileSystem, context) && !context.IsUsedBy(fileSystem, BackupSelection)
        let key = KeyOf(fileSystem, Member<FileSystemConfig>(config => config.AutomaticBackups), context)
        select new Violation(
            fileSystem, key, "is off, and app:backup is not set, so a deleted file cannot be restored", Remedy.Set(key, "true"));

    private static IEnumerable<Violation> AutomaticBackups(CheckContext context) =>
        from fileSystem in context.Of(FileSystem)
        where !HasAutomaticBackups(fileSystem, context)
        let key = KeyOf(fileSystem, Member<FileSystemConfig>(config => config.AutomaticBackups), context)
        let backup = context.IsUsedBy(fileSystem, BackupSelection) ? "only app:backup backs the file system up" : "nothing backs the file system up"
        select new Violation(fileSystem, key, $"is off, so {backup}", Remedy.Set(key, "true"));

    private static bool HasAutomaticBackups(ResourceNode fileSystem, CheckContext context) => context.Of(BackupPolicy)
        .Any(policy => policy.Uses(fileSystem) && policy.Inputs.Map("backupPolicy").Text("status") == "ENABLED");

    private static IEnumerable<Violation> ObjectVersions(CheckContext context) =>
        from bucket in context.Of(Bucket)
        where !context.Of(Versioning).Any(versioning => versioning.Uses(bucket)
            && versioning.Inputs.Map("versioningConfiguration").Text("status") == "Enabled")
        let name = BucketOf(bucket, context)
        select name is null
            ? new Violation(
                bucket,
                AccessLogs(context),
                "makes a bucket that keeps no old versions of access logs",
                Remedy.None("No key does it: an access log is written once, and expires."))
            : Set(bucket, context.Key(name.Value.Member<BucketConfig>(config => config.Versioning)), "is false, so an overwritten or deleted object cannot be restored");

    private static Violation Set(ResourceNode bucket, string key, string why) => new(bucket, key, why, Remedy.Set(key, "true", "S3 charges for the old versions."));

    private static IEnumerable<Violation> BucketKeys(CheckContext context) =>
        from encryption in context.Of(Encryption)
        where !encryption.Inputs.Items("rules").OfType<PropertyValue.Map>()
            .Any(rule => rule.Map("applyServerSideEncryptionByDefault").Text("sseAlgorithm") == "aws:kms")
        let bucket = context.TargetOf(encryption, "bucket")
        select BucketOf(bucket, context) is null
            ? new Violation(
                bucket,
                AccessLogs(context),
                "makes a bucket that is encrypted with a key of S3",
                Remedy.None("No key does it: Elastic Load Balancing writes access logs to such buckets only."))
            : new Violation(
                bucket, EncryptionKey.Of(context), "is not set, so buckets are encrypted with a key of S3", EncryptionKey.Remedy(context, "KMS charges for requests."));

    /// <summary>The key of a bucket of the stack file; null for the bucket with access logs.</summary>
    private static KeyPath? BucketOf(ResourceNode bucket, CheckContext context)
    {
        var buckets = Key(stack => stack.Buckets);
        return context.Config.Buckets.Keys.Select(name => (KeyPath?)buckets.Named(name)).FirstOrDefault(key => context.Key(key!.Value) == context.KeyOf(bucket));
    }

    private static string AccessLogs(CheckContext context) => context.Key(Key(stack => stack.LoadBalancer.AccessLogRetentionDays));

    private static string KeyOf(ResourceNode node, KeyPath member, CheckContext context) => $"{context.KeyOf(node)}.{member}";

    private static KeyPath Member<T>(
        Func<T, object?> path, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(path))] string expression = "") =>
        KeyPath.Of(path, expression);
}
