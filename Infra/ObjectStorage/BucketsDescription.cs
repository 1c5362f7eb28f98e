using Infra.Configuration.Binding;

namespace Infra.ObjectStorage;

/// <summary>The buckets as other parts know them.</summary>
internal sealed record BucketsDescription(IReadOnlyDictionary<string, BucketConfig> Config) : PartDescription
{
    public override KeyPath Key => StackKeys.Key(stack => stack.Buckets);

    public override string Word => "bucket";

    public override bool IsPresent => Config.Count > 0;

    public override IReadOnlyList<string> Placeholders => [.. Config.Keys.Select(Placeholder)];

    public static string Placeholder(string bucket) => $"bucket.{bucket}";

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
    public override IEnumerable<PartPermission> PermissionsFor(TaskUses task, AwsScope scope)
    {
        var access = task.Buckets.Where(entry => entry.Value != BucketAccess.None).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        return
        [
            .. access.SelectMany(entry => StatementsOn(Placeholder(entry.Key), write: entry.Value == BucketAccess.ReadWrite)),
            .. PartPermission.OfKey("s3", scope, access.Count, isReadOnly: access.All(entry => entry.Value == BucketAccess.Read)),
        ];
    }

    private static IEnumerable<PartPermission> StatementsOn(string bucket, bool write) =>
        [new(bucket, BucketPermissions.List), new(bucket, arn => BucketPermissions.Use(arn, write))];

    public override string PlannedArn(string name, PlannedNames planned) => PlannedNames.GlobalArn("s3", PlannedValue(name, planned));

    public override string PlannedValue(string name, PlannedNames planned) => planned.Physical($"buckets-{name.Split('.', 2)[1]}", AwsNames.Bucket);

    public override void Check(StackConfig config, RuleChecker rules) => BucketRules.Check(config, rules);
}
