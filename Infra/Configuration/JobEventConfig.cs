using System.ComponentModel.DataAnnotations;

namespace Infra.Configuration;

/// <summary>Runs a job once for each event: an object that came into a bucket, or whatever a pattern matches.</summary>
internal sealed record JobEventConfig
{
    /// <summary>A name in <c>app:buckets</c>. The job gets <c>BUCKET</c> and <c>OBJECT_KEY</c> as environment variables. Give this or <c>pattern</c>.</summary>
    public string? Bucket { get; init; }

    /// <summary>Only objects whose key begins so.</summary>
    [Length(1, 512)]
    public string? Prefix { get; init; }

    /// <summary>Only objects whose key ends so.</summary>
    [Length(1, 512)]
    public string? Suffix { get; init; }

    /// <summary>An EventBridge event pattern as JSON text, for events of the account's default bus. The job gets <c>EVENT_ID</c>, <c>EVENT_SOURCE</c>, <c>EVENT_TYPE</c> and <c>EVENT_TIME</c>.</summary>
    [Length(1, 4096)]
    public string? Pattern { get; init; }
}
