using Infra.Configuration.Binding;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Checks.Controls;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Notices;

/// <summary>Notices about data that could be lost.</summary>
internal static class DataNotices
{
    private const string Database = "aws:rds/instance:Instance";
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";
    private const string BackupPolicy = "aws:efs/backupPolicy:BackupPolicy";
    private const string BackupSelection = "aws:backup/selection:Selection";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
    private const string Repository = "aws:ecr/repository:Repository";
    private const string Vault = "aws:backup/vault:Vault";
    private const string Secret = "aws:secretsmanager/secret:Secret";

    public static IEnumerable<Notice> Of(CheckContext context) =>
    [
        .. Backups(context),
        .. FinalSnapshot(context),
        .. SharedSubnets(context),
        .. FileSystems(context),
        .. Buckets(context),
        .. Deletions(context),
        .. Secrets(context),
    ];

    private static IEnumerable<Notice> Backups(CheckContext context) =>
        from database in context.Of(Database)
        where database.Inputs.Find("backupRetentionPeriod") is PropertyValue.Number { Value: 0 } && !context.IsUsedBy(database, BackupSelection)
        select new Notice(context.Key(Key(stack => stack.Database!.BackupRetentionDays)), "is 0, so the database has no backups, and lost data cannot be restored");

    private static IEnumerable<Notice> FinalSnapshot(CheckContext context) =>
        from database in context.Of(Database)
        where database.Inputs.Flag("skipFinalSnapshot") == true
        select new Notice(context.Key(Key(stack => stack.Database!.FinalSnapshot)), "is false, so deleting the database deletes its data, and its automated backups");

    private static IEnumerable<Notice> SharedSubnets(CheckContext context) => DatabaseControls.PublicSubnets(context).Select(_ => new Notice(
        context.Key(Key(stack => stack.ExistingNetwork!.Default)),
        "puts the database in public subnets, which other stacks share; it has no public address, and security groups admit tasks of this stack only"));

    private static IEnumerable<Notice> FileSystems(CheckContext context) =>
        from fileSystem in context.Of(FileSystem)
        where !context.IsUsedBy(fileSystem, BackupSelection)
        where !context.Of(BackupPolicy).Any(policy => policy.Uses(fileSystem) && policy.Inputs.Map("backupPolicy").Text("status") == "ENABLED")
        select new Notice($"{context.KeyOf(fileSystem)}.automaticBackups", "is off, so the file system has no backups, and a deleted file cannot be restored");

    private static IEnumerable<Notice> Buckets(CheckContext context) =>
        from bucket in Named(context)
        where !context.Of(Versioning).Any(versioning => versioning.Uses(bucket)
            && versioning.Inputs.Map("versioningConfiguration").Text("status") == "Enabled")
        select new Notice($"{context.KeyOf(bucket)}.versioning", "is false, so an overwritten or deleted object cannot be restored");

    private static IEnumerable<Notice> Deletions(CheckContext context) =>
    [
        .. from bucket in Named(context)
           where bucket.Inputs.Flag("forceDestroy") == true
           select new Notice(
               $"{context.KeyOf(bucket)}.deleteWithContents", "is true, so removing the bucket from the stack file, or destroying the stack, deletes all its objects"),
        .. from repository in context.Of(Repository)
           where repository.Inputs.Flag("forceDelete") == true
           select new Notice(
               $"{context.KeyOf(repository)}.deleteWithImages", "is true, so removing the repository from the stack file, or destroying the stack, deletes all its images"),
        .. from vault in context.Of(Vault)
           where vault.Inputs.Flag("forceDestroy") == true
           select new Notice(
               context.Key(Key(stack => stack.Backup!.DeleteWithBackups)), "is true, so removing app:backup, or destroying the stack, deletes all backups"),
    ];

    // The bucket with access logs is not one of the stack file.
    private static IEnumerable<ResourceNode> Named(CheckContext context) =>
        context.Of(Bucket).Where(bucket => ConfigKey.IsWithin(context.KeyOf(bucket), context.Key(Key(stack => stack.Buckets))));

    private static IEnumerable<Notice> Secrets(CheckContext context)
    {
        if (context.Of(Secret).Any(secret => secret.Inputs.Find("recoveryWindowInDays") is PropertyValue.Number { Value: 0 }))
        {
            yield return new Notice(context.Key(Key(stack => stack.SecretRecoveryWindowDays)), "is 0, so a deleted secret is gone at once");
        }
    }
}
