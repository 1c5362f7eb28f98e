using Infra.ObjectStorage;
using Pulumi;

namespace Infra.Jobs;

internal sealed record BucketEventsArgs
{
    /// <summary>The S3 names of the buckets that send events, by their names in the stack file.</summary>
    public required IReadOnlyDictionary<string, Output<string>> BucketNames { get; init; }
}

/// <summary>Turns on EventBridge notifications of buckets. A bucket has one notification configuration, however many jobs its objects start.</summary>
internal sealed class BucketEvents : ComponentResource
{
    private const string Type = "infra:index:BucketEvents";

    public BucketEvents(string name, BucketEventsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        foreach (var (bucket, bucketName) in args.BucketNames)
        {
            _ = new S3.BucketNotification(
                $"{name}-{bucket}", new S3.BucketNotificationArgs { Bucket = bucketName, Eventbridge = true }, this.Child());
        }

        RegisterOutputs();
    }

    /// <summary>Notifications of the buckets whose objects start jobs; null without such jobs.</summary>
    public static BucketEvents? Create(string name, Buckets? buckets, IEnumerable<ConfiguredJob> jobs) => jobs
        .Select(job => job.Config.Event?.Bucket)
        .OfType<string>()
        .Distinct()
        .Order(StringComparer.Ordinal)
        .ToDictionary(bucket => bucket, bucket => buckets!.BucketNames[bucket])
        .WhenAny(sources => new BucketEvents(name, new BucketEventsArgs { BucketNames = sources }));
}
