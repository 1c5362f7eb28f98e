using System.Collections.Immutable;
using Infra.Sandbox.Verification.Causes;
using Infra.Sandbox.Verification.Checks;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Verification;

/// <summary>All services and jobs of a stack compared with AWS.</summary>
internal sealed record VerificationReport
{
    public required string Stack { get; init; }

    public required string Region { get; init; }

    public required string Cluster { get; init; }

    public required ImmutableArray<ServiceReport> Services { get; init; }

    public required ImmutableArray<JobReport> Jobs { get; init; }

    /// <summary>The checks of the stack as a whole, such as its certificate.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    public required TimeSpan Duration { get; init; }

    public int Failures => Services.Count(service => !service.IsGood) + Jobs.Count(job => !job.Findings.IsEmpty) + (Findings.IsEmpty ? 0 : 1);

    public bool IsGood => Failures == 0;
}

internal sealed record ServiceReport
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Expected { get; init; }

    /// <summary>The revision that runs; empty if it runs none.</summary>
    public required string Running { get; init; }

    public required Outcome Outcome { get; init; }

    public required string Text { get; init; }

    /// <summary>Null if it serves, or if AWS does not say.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The command that shows the log of the task that failed; null if it has none.</summary>
    public string? LogCommand { get; init; }

    /// <summary>The command that shows the events of the service; null if it serves.</summary>
    public string? EventsCommand { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    public bool IsGood => Outcome == Outcome.Serving && Findings.IsEmpty;
}

internal sealed record JobReport(string Key, string Expected, string Trigger, ImmutableArray<Finding> Findings);
