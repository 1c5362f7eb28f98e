namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class LiveBeatsIdleTests(LiveBeatsIdleLifecycle lifecycle) : LifecycleTests<LiveBeatsIdleLifecycle>(lifecycle), IClassFixture<LiveBeatsIdleLifecycle>
{
    private protected override IEnumerable<string> Retained => [$"{Lifecycle.DatabaseId}-final"];

    [SkippableFact]
    public void FirstUp_HasNoTasksAndNoScaling()
    {
        Assert.Equal(0, Lifecycle.Service["desiredCount"]!.GetValue<int>());
        Assert.Empty(Lifecycle.IdlePolicies);
    }

    [SkippableFact]
    public void DesiredCountRaised_AddsOnlyTheScalingPolicy()
    {
        Assert.Equal((0, ""), (Lifecycle.Raise.ExitCode, Lifecycle.Raise.Error));
        Assert.Contains("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.", Lifecycle.Raise.Out);
        Assert.Single(Lifecycle.ScaledPolicies);
    }
}
