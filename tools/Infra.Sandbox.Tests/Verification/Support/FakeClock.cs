using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Tests.Verification.Support;

/// <summary>A clock on which waiting takes no time.</summary>
internal sealed class FakeClock : IClock
{
    public TimeSpan Elapsed { get; private set; }

    public List<TimeSpan> Delays { get; } = [];

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        Delays.Add(delay);
        Elapsed += delay;
        return Task.CompletedTask;
    }
}
