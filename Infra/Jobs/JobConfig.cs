using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Schedules;
using Infra.Tasks;

namespace Infra.Jobs;

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

/// <summary>A port of an instance on which a task that shares its network is reached.</summary>
internal sealed record HostPortConfig
{
    /// <summary>The port, of the container and of the instance.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>The only address ranges that may connect. Empty means nobody.</summary>
    [Unique]
    public required IReadOnlyList<string> AllowedCidrs { get; init; }
}

/// <summary>Runs a job at set times.</summary>
internal sealed record JobScheduleConfig
{
    /// <summary>When: <c>cron(…)</c> with minutes, hours, day of month, month, day of week and year, <c>rate(…)</c> or, once, <c>at(…)</c>.</summary>
    [Schedule]
    public required string Expression { get; init; }

    /// <summary>The time zone of the expression; summer time is minded.</summary>
    [TimeZone]
    public string TimeZone { get; init; } = "UTC";
}
