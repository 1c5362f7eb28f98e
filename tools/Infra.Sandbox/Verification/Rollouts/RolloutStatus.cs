namespace Infra.Sandbox.Verification.Rollouts;

internal enum Outcome
{
    /// <summary>The revision serves with all of its tasks.</summary>
    Serving,

    /// <summary>It may still come.</summary>
    Waiting,

    Failed,

    /// <summary>ECS went back to the revision before.</summary>
    RolledBack,

    /// <summary>The time was up.</summary>
    TimedOut,
}

/// <summary>The state of a service compared with what was deployed.</summary>
/// <param name="Outcome">The result.</param>
/// <param name="Text">The state in words.</param>
/// <param name="IsCertain">False if AWS may have answered with an older state, so that the next answer decides.</param>
internal sealed record RolloutStatus(Outcome Outcome, string Text, bool IsCertain = true)
{
    public bool IsFinal => Outcome != Outcome.Waiting && IsCertain;
}
