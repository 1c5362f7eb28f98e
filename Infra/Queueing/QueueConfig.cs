using System.ComponentModel.DataAnnotations;

namespace Infra.Queueing;

/// <summary>An SQS queue: encrypted, accessible over TLS only, and with a dead-letter queue.</summary>
internal sealed record QueueConfig
{
    /// <summary>Visibility timeout, in seconds: a received message is hidden from other consumers until then. Must be longer than processing takes.</summary>
    [Range(0, 43_200)]
    public int VisibilityTimeoutSeconds { get; init; } = 30;

    /// <summary>Days to keep an unprocessed message.</summary>
    [Range(1, 14)]
    public int RetentionDays { get; init; } = 4;

    /// <summary>Number of receives after which a message moves to the dead-letter queue.</summary>
    [Range(1, 1000)]
    public int MaximumReceives { get; init; } = 3;

    /// <summary>Days to keep a message in the dead-letter queue, counted from when it was sent unless the queue is <c>fifo</c>.</summary>
    [Range(1, 14)]
    public int DeadLetterRetentionDays { get; init; } = 14;

    /// <summary>Create a FIFO queue, which delivers the messages of a group in order and exactly once; each message needs a group ID and a deduplication ID. Changing it replaces the queue, and the messages in the old one are lost.</summary>
    public bool Fifo { get; init; }
}
