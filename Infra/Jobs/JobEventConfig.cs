using System.ComponentModel.DataAnnotations;

namespace Infra.Jobs;

/// <summary>Runs a job once for each event: a new object in a bucket, a message in a queue, or an EventBridge event that matches a pattern. Set exactly one of <c>bucket</c>, <c>queue</c> and <c>pattern</c>.</summary>
internal sealed record JobEventConfig
{
    /// <summary>Name in <c>app:buckets</c>. The job gets the environment variables <c>BUCKET</c> and <c>OBJECT_KEY</c>.</summary>
    public string? Bucket { get; init; }

    /// <summary>Only objects whose key starts with this.</summary>
    [Length(1, 512)]
    public string? Prefix { get; init; }

    /// <summary>Only objects whose key ends with this.</summary>
    [Length(1, 512)]
    public string? Suffix { get; init; }

    /// <summary>Name in <c>app:queues</c>. Each message starts one run with the environment variables <c>MESSAGE_BODY</c> and <c>MESSAGE_ID</c>; the job needs no permission to receive. The message is deleted once its run has started, so the job must handle later failures itself. A message whose run cannot start, for example because its body exceeds the 8,192 characters that ECS accepts, moves to the dead-letter queue after <c>maximumReceives</c>.</summary>
    public string? Queue { get; init; }

    /// <summary>EventBridge event pattern as JSON text, for events on the default event bus of the account. The job gets the environment variables <c>EVENT_ID</c>, <c>EVENT_SOURCE</c>, <c>EVENT_TYPE</c> and <c>EVENT_TIME</c>.</summary>
    [Length(1, 4096)]
    public string? Pattern { get; init; }

    /// <summary>The environment variables that the event sets.</summary>
    internal EventVariables Variables =>
        Bucket is not null ? EventVariables.OfObject
        : Queue is not null ? EventVariables.OfMessage
        : EventVariables.OfAnyEvent;
}
