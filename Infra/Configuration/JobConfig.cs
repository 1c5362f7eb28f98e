namespace Infra.Configuration;

/// <summary>A task that does its work and ends: started by a schedule, by an event, or by hand with the command among the outputs.</summary>
internal sealed record JobConfig : TaskConfig
{
    /// <summary>The container image; without it that of <c>app:service</c>.</summary>
    public string? Image { get; init; }

    /// <summary>Ports of the instance on which a job with <c>networkMode: host</c> is reached, without a load balancer and as they are: no TLS, no sign-in.</summary>
    public IReadOnlyList<HostPortConfig> HostPorts { get; init; } = [];

    /// <inheritdoc cref="JobScheduleConfig"/>
    public JobScheduleConfig? Schedule { get; init; }

    /// <inheritdoc cref="JobEventConfig"/>
    public JobEventConfig? Event { get; init; }
}
