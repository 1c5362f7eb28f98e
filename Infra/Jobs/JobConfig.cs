using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Schedules;
using Infra.Tasks;

namespace Infra.Jobs;

/// <summary>A task that runs to completion, started by a schedule, by an event, or manually with the command in the stack's outputs.</summary>
internal sealed record JobConfig : TaskConfig
{
    /// <summary>Container image. The default is that of <c>app:service</c>.</summary>
    public string? Image { get; init; }

    /// <summary>Ports of the instance on which a job with <c>networkMode: host</c> accepts connections, without load balancer, TLS or sign-in.</summary>
    public IReadOnlyList<HostPortConfig> HostPorts { get; init; } = [];

    /// <inheritdoc cref="JobScheduleConfig"/>
    public JobScheduleConfig? Schedule { get; init; }

    /// <inheritdoc cref="JobEventConfig"/>
    public JobEventConfig? Event { get; init; }
}

/// <summary>A port of an instance on which a task in host network mode accepts connections.</summary>
internal sealed record HostPortConfig
{
    /// <summary>TCP port of the container and of the instance.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>CIDR ranges that may connect; an empty list admits nobody.</summary>
    [Unique]
    [Shape(Ipv4Cidr.AnyShape, "203.0.113.0/24")]
    public required IReadOnlyList<string> AllowedCidrs { get; init; }
}

/// <summary>Runs a job on a schedule.</summary>
internal sealed record JobScheduleConfig
{
    /// <summary>Schedule expression: <c>cron(…)</c> with minutes, hours, day of month, month, day of week and year, <c>rate(…)</c>, or <c>at(…)</c> for a single run.</summary>
    [Schedule]
    public required string Expression { get; init; }

    /// <summary>Time zone of the expression; follows daylight saving time.</summary>
    [TimeZone]
    public string TimeZone { get; init; } = "UTC";
}
