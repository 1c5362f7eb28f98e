using System.ComponentModel.DataAnnotations;

namespace Infra.Queueing;

/// <summary>An SQS queue, encrypted and reached over TLS only, with a second queue for messages that nobody could process.</summary>
internal sealed record QueueConfig
{
    /// <summary>Seconds for which a message is hidden from others after it was received; longer than processing takes.</summary>
    [Range(0, 43_200)]
    public int VisibilityTimeoutSeconds { get; init; } = 30;

    /// <summary>Days for which a message waits to be processed.</summary>
    [Range(1, 14)]
    public int RetentionDays { get; init; } = 4;

    /// <summary>How often a message is received before it goes to the dead-letter queue.</summary>
    [Range(1, 1000)]
    public int MaximumReceives { get; init; } = 3;

    /// <summary>Days for which a dead letter is kept. Unless the queue is <c>fifo</c> they count from when the message was sent.</summary>
    [Range(1, 14)]
    public int DeadLetterRetentionDays { get; init; } = 14;

    /// <summary>Deliver the messages of a group in order and only once; each needs the id of its group and a deduplication id. Changing it makes a new queue.</summary>
    public bool Fifo { get; init; }
}
