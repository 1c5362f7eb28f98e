using Pulumi;

namespace Infra.ObjectStorage;

internal sealed record BucketsArgs
{
    public required StackContext Context { get; init; }

    public required IReadOnlyDictionary<string, BucketConfig> Config { get; init; }
}

/// <summary>The S3 buckets of the stack file.</summary>
internal sealed class Buckets : ComponentResource, IStackPart
{
    private const string Type = "infra:index:Buckets";

    private readonly Dictionary<string, PrivateBucket> _buckets;

    public Buckets(string name, BucketsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _buckets = args.Config.ToDictionary(entry => entry.Key, entry => CreateBucket($"{name}-{entry.Key}", entry.Value, args.Context));
        RegisterOutputs();
    }

    /// <summary>The S3 names of the buckets by their names in the stack file.</summary>
    public IReadOnlyDictionary<string, Output<string>> BucketNames =>
        _buckets.ToDictionary(entry => entry.Key, entry => entry.Value.BucketName);

    public IReadOnlyDictionary<string, Output<string>> Placeholders =>
        _buckets.ToDictionary(entry => BucketsDescription.Placeholder(entry.Key), entry => entry.Value.BucketName);

    public IReadOnlyDictionary<string, Output<string>> Arns =>
        _buckets.ToDictionary(entry => BucketsDescription.Placeholder(entry.Key), entry => entry.Value.Arn);

    private PrivateBucket CreateBucket(string name, BucketConfig config, StackContext context) => new(
        name,
        new PrivateBucketArgs
        {
            Context = context,
            Versioning = config.Versioning,
            DeleteWithContents = config.DeleteWithContents,
            ExpireAfterDays = config.ExpireAfterDays,
            KmsKeyArn = context.KmsKeyArn,
            ExpireOldVersionsAfterDays = config.OldVersionsExpireAfterDays,
        },
        this.ChildComponent());
}
