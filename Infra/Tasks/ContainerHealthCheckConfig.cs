using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>Health check that ECS runs in the container.</summary>
internal sealed record ContainerHealthCheckConfig
{
    /// <summary>Shell command that exits with 0 if the application is healthy.</summary>
    [MinLength(1)]
    public required string Command { get; init; }

    /// <summary>Seconds between two runs.</summary>
    [Range(5, 300)]
    [DerivedDefault("`30`, or `timeoutSeconds` if that is longer")]
    public int? IntervalSeconds { get; init; }

    /// <summary>Seconds after which a run fails.</summary>
    [Range(2, 60)]
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>Consecutive failures that make the container unhealthy.</summary>
    [Range(1, 10)]
    public int Retries { get; init; } = 3;

    /// <summary>Seconds after the start in which failures are ignored.</summary>
    [Range(0, 300)]
    public int StartPeriodSeconds { get; init; }

    public int EffectiveIntervalSeconds => IntervalSeconds ?? Math.Max(30, TimeoutSeconds);

    public ContainerHealthCheck Plan() => new(Command, EffectiveIntervalSeconds, TimeoutSeconds, Retries, StartPeriodSeconds);
}
