namespace Infra.Sandbox.Verification.Rollouts;

/// <summary>The time, so that tests do not wait.</summary>
internal interface IClock
{
    TimeSpan Elapsed { get; }

    Task DelayAsync(TimeSpan delay, CancellationToken cancellation);
}
