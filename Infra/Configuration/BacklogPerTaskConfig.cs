using System.ComponentModel.DataAnnotations;

namespace Infra.Configuration;

/// <summary>Keep the messages of a queue, waiting or in work, near a number for each task.</summary>
internal sealed record BacklogPerTaskConfig
{
    /// <summary>A name in <c>app:queues</c>.</summary>
    public required string Queue { get; init; }

    /// <summary>Messages for each task: the longest acceptable delay divided by the time one message takes.</summary>
    [Range(1, 1_000_000)]
    public required int MessagesPerTask { get; init; }
}
