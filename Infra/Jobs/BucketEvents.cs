using Pulumi;

namespace Infra.Jobs;

internal sealed record BucketEventsArgs
{
    /// <summary>Real names of buckets by the names of the configuration.</summary>
    public required IReadOnlyDictionary<string, Output<string>> BucketNames { get; init; }

    /// <summary>The buckets that must send their events, by the names of the configuration.</summary>
    public required IEnumerable<string> Sources { get; init; }
}

/// <summary>Lets buckets send their events to EventBridge. A bucket has one such setting, however many jobs wait for its objects.</summary>
internal sealed class BucketEvents : ComponentResource
{
    private const string Type = "infra:index:BucketEvents";

    private BucketEvents(string name, IEnumerable<string> sources, BucketEventsArgs args)
        : base(Type, name)
    {
        foreach (var source in sources)
        {
            _ = new S3.BucketNotification(
                $"{name}-{source}",
                new S3.BucketNotificationArgs { Bucket = args.BucketNames[source], Eventbridge = true },
                this.Child());
        }

        RegisterOutputs();
    }

    /// <summary>None where no job waits for objects.</summary>
    public static BucketEvents? For(string name, BucketEventsArgs args)
    {
        var sources = args.Sources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return sources.Count > 0 ? new BucketEvents(name, sources, args) : null;
    }
}
