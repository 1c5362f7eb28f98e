using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>A command that ECS runs inside the container.</summary>
internal sealed record ContainerHealthCheckConfig
{
    /// <summary>Shell command that succeeds when the application is well.</summary>
    [MinLength(1)]
    public required string Command { get; init; }

    /// <summary>Seconds between two runs.</summary>
    [Range(5, 300)]
    [DerivedDefault("`30`, or `timeoutSeconds` where that is longer")]
    public int? IntervalSeconds { get; init; }

    /// <summary>Seconds the command may take.</summary>
    [Range(2, 60)]
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>Failures in a row that make the container unwell.</summary>
    [Range(1, 10)]
    public int Retries { get; init; } = 3;

    /// <summary>Seconds after the start in which failures do not count.</summary>
    [Range(0, 300)]
    public int StartPeriodSeconds { get; init; }

    public int EffectiveIntervalSeconds => IntervalSeconds ?? Math.Max(30, TimeoutSeconds);

    public ContainerHealthCheck Plan() => new(Command, EffectiveIntervalSeconds, TimeoutSeconds, Retries, StartPeriodSeconds);
}
