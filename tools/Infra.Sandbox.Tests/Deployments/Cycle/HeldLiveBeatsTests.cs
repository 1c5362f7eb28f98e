using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

[Collection(DeploymentTurns.SecondRow)]
public sealed class HeldLiveBeatsTests(HeldLiveBeatsLife life) : LifeTests<HeldLiveBeatsLife>(life), IClassFixture<HeldLiveBeatsLife>
{
    private protected override IEnumerable<string> Staying => [$"{Life.DatabaseId}-final"];

    [SkippableFact]
    public void FirstDeployment_HasNoTasksAndNothingThatStartsAny()
    {
        Assert.Equal(0, Life.Service["desiredCount"]!.GetValue<int>());
        Assert.Empty(Life.HeldPolicies);
    }

    [SkippableFact]
    public void Raising_AddsWhatScalesAndTouchesNothingElse()
    {
        Assert.Equal((0, ""), (Life.Raise.ExitCode, Life.Raise.Error));
        Assert.Contains("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.", Life.Raise.Out);
        Assert.Single(Life.RaisedPolicies);
    }
}
