namespace Infra.Services;

/// <summary>
/// How long the deployment of a service may take before it counts as failed. Nobody can say how long a task starts; the rest follows
/// from the configuration.
/// </summary>
internal sealed record DeploymentTime
{
    // Longer than the provider's own 20 minutes: a failed deployment is followed by another, back to the last good one.
    private static readonly TimeSpan Basis = TimeSpan.FromMinutes(35);

    // What a further batch of tasks takes to be pulled, started and found healthy.
    private static readonly TimeSpan FurtherBatch = TimeSpan.FromMinutes(3);

    /// <summary>The most tasks that are replaced.</summary>
    public required int Tasks { get; init; }

    /// <summary>How many of them can be replaced at once.</summary>
    public required int Room { get; init; }

    /// <summary>Seconds for which a load balancer lets open requests of a stopping task finish.</summary>
    public int DrainSeconds { get; init; }

    /// <summary>Minutes for which traffic moves, and after which the old version stays ready.</summary>
    public int ShiftMinutes { get; init; }

    /// <summary>For a first deployment or a new version.</summary>
    public TimeSpan Update => Basis + (Batches * Drain) + ((Batches - 1) * FurtherBatch) + TimeSpan.FromMinutes(ShiftMinutes);

    /// <summary>For the end of the service, which is gone only when its tasks have drained.</summary>
    public TimeSpan Delete => Basis + Drain;

    private TimeSpan Drain => TimeSpan.FromSeconds(DrainSeconds);

    private int Batches => (Math.Max(1, Tasks) + Math.Max(1, Room) - 1) / Math.Max(1, Room);
}
