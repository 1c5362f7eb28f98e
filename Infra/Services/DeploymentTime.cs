namespace Infra.Services;

/// <summary>
/// The timeouts of a service's deployments. The start-up time of a task is an estimate; the rest follows from the configuration.
/// </summary>
internal sealed record DeploymentTime
{
    // More than the provider's default of 20 minutes, because a failed deployment is followed by its rollback.
    private static readonly TimeSpan Base = TimeSpan.FromMinutes(35);

    // An estimate for pulling, starting and health-checking another batch of tasks.
    private static readonly TimeSpan FurtherBatch = TimeSpan.FromMinutes(3);

    /// <summary>The highest number of tasks to replace.</summary>
    public required int Tasks { get; init; }

    /// <summary>The number of tasks that can be replaced at once.</summary>
    public required int Room { get; init; }

    /// <summary>Deregistration delay in seconds; 0 without a load balancer.</summary>
    public int DrainSeconds { get; init; }

    /// <summary>Minutes of traffic shifting and bake time.</summary>
    public int ShiftMinutes { get; init; }

    /// <summary>The timeout for creating or updating the service.</summary>
    public TimeSpan Update => Base + (Batches * Drain) + ((Batches - 1) * FurtherBatch) + TimeSpan.FromMinutes(ShiftMinutes);

    /// <summary>The timeout for deleting the service, which ends when its tasks have drained.</summary>
    public TimeSpan Delete => Base + Drain;

    private TimeSpan Drain => TimeSpan.FromSeconds(DrainSeconds);

    private int Batches => (Math.Max(1, Tasks) + Math.Max(1, Room) - 1) / Math.Max(1, Room);
}
