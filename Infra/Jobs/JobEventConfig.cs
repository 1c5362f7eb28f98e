using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Queueing;

namespace Infra.Jobs;

/// <summary>Runs a job once for each event: an object that came into a bucket, a message in a queue, or whatever a pattern matches. Give exactly one of <c>bucket</c>, <c>queue</c> and <c>pattern</c>.</summary>
internal sealed record JobEventConfig
{
    /// <summary>A name in <c>app:buckets</c>. The job gets <c>BUCKET</c> and <c>OBJECT_KEY</c> as environment variables.</summary>
    public string? Bucket { get; init; }

    /// <summary>Only objects whose key begins so.</summary>
    [Length(1, 512)]
    public string? Prefix { get; init; }

    /// <summary>Only objects whose key ends so.</summary>
    [Length(1, 512)]
    public string? Suffix { get; init; }

    /// <summary>A name in <c>app:queues</c>: each message starts one run, which gets <c>MESSAGE_BODY</c> and <c>MESSAGE_ID</c> as environment variables and needs no right to receive. The message is deleted when its run was started, so a run that fails later must report that itself; one that cannot be started, for instance since the body exceeds the 8,192 characters that ECS takes, goes to the dead-letter queue after <c>maximumReceives</c>.</summary>
    public string? Queue { get; init; }

    /// <summary>An EventBridge event pattern as JSON text, for events of the account's default bus. The job gets <c>EVENT_ID</c>, <c>EVENT_SOURCE</c>, <c>EVENT_TYPE</c> and <c>EVENT_TIME</c>.</summary>
    [Length(1, 4096)]
    public string? Pattern { get; init; }

    /// <summary>What the job is told of the event.</summary>
    internal EventVariables Variables =>
        Bucket is not null ? EventVariables.OfObject
        : Queue is not null ? EventVariables.OfMessage
        : EventVariables.OfAnyEvent;
}
