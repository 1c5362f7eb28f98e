using Pulumi;

namespace Infra.ObjectStorage;

/// <summary>The buckets of the stack file.</summary>
internal sealed class Buckets : ComponentResource
{
    private const string Type = "infra:index:Buckets";

    private readonly StackContext _context;
    private readonly Dictionary<string, PrivateBucket> _buckets;

    private Buckets(string name, IReadOnlyDictionary<string, BucketConfig> config, StackContext context)
        : base(Type, name)
    {
        _context = context;
        _buckets = config.ToDictionary(entry => entry.Key, entry => CreateBucket($"{name}-{entry.Key}", entry.Value));
        RegisterOutputs();
    }

    /// <summary>The real names of the buckets by the names of the configuration.</summary>
    public IReadOnlyDictionary<string, Output<string>> BucketNames =>
        _buckets.ToDictionary(entry => entry.Key, entry => entry.Value.BucketName);

    public static Buckets? For(string name, Foundation foundation) =>
        foundation.Config.Buckets is { Count: > 0 } config ? new Buckets(name, config, foundation.Context) : null;

    /// <summary>The real names by the names of the configuration; empty without buckets.</summary>
    public static Output<ImmutableDictionary<string, string>> NamesOf(Buckets? storage) =>
        OutputMaps.Join(storage?.BucketNames ?? new Dictionary<string, Output<string>>());

    /// <summary>What a task may do in the buckets it names, each right limited to its bucket.</summary>
    public IEnumerable<Output<PolicyStatement>> Permissions(IReadOnlyDictionary<string, BucketAccess> access) => access
        .Where(entry => entry.Value != BucketAccess.None)
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .SelectMany(entry => PermissionsIn(_buckets[entry.Key], entry.Value))
        .Concat(KeyPermissionsFor([.. access.Values.Where(one => one != BucketAccess.None)]));

    private static IEnumerable<Output<PolicyStatement>> PermissionsIn(PrivateBucket bucket, BucketAccess access) =>
    [
        bucket.Arn.Apply(BucketPermissions.List),
        bucket.Arn.Apply(arn => BucketPermissions.Use(arn, write: access == BucketAccess.ReadWrite)),
    ];

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
    private IEnumerable<Output<PolicyStatement>> KeyPermissionsFor(IReadOnlyCollection<BucketAccess> access) =>
        _context.KmsKeyArn is not { } key || access.Count == 0 ? []
        : access.All(one => one == BucketAccess.Read) ? [Output.Create(KeyPermissions.Read(key, _context.Region, "s3"))]
        : [Output.Create(KeyPermissions.Write(key, _context.Region, "s3"))];

    private PrivateBucket CreateBucket(string name, BucketConfig config) => new(
        name,
        new PrivateBucketArgs
        {
            Context = _context,
            Versioning = config.Versioning,
            DeleteWithContents = config.DeleteWithContents,
            ExpireAfterDays = config.ExpireAfterDays,
            KmsKeyArn = _context.KmsKeyArn,
            ExpireOldVersionsAfterDays = config.OldVersionsExpireAfterDays,
        },
        this.ChildComponent());
}
