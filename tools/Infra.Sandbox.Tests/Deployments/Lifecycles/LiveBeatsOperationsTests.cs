using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class LiveBeatsOperationsTests(LiveBeatsOperationsLifecycle lifecycle) : LifecycleTests<LiveBeatsOperationsLifecycle>(lifecycle), IClassFixture<LiveBeatsOperationsLifecycle>
{
    // The final snapshot.
    private protected override IEnumerable<string> Retained => [$"{Lifecycle.DatabaseId}-final"];

    [SkippableFact]
    public void FirstUp_WithoutTasks_CreatesEverythingElse()
    {
        Assert.Equal(0, Count(Lifecycle.WithoutTasks));
        Assert.Single(Lifecycle.WithoutTasks["loadBalancers"]!.AsArray());
        Assert.Equal("live-beats-staging:1", Revision(Lifecycle.WithoutTasks));
    }

    [SkippableFact]
    public void FirstUp_PrintsUrlRepositoryAndExecCommand()
    {
        Assert.Matches(@"    url: http://\S+\.eu-west-2\.elb\.amazonaws\.com\n", Lifecycle.FirstUp.Out);
        Assert.Contains("123456789012.dkr.ecr.eu-west-2.amazonaws.com/live-beats-staging/app", Lifecycle.FirstUp.Out);
        Assert.Contains(
            "aws ecs execute-command --region eu-west-2 --cluster live-beats-staging --container live-beats --interactive --command /bin/sh --task ",
            Lifecycle.FirstUp.Out);
    }

    [SkippableFact]
    public void Image_IsPushedToTheOutputsRepository() => Assert.Equal(["live-beats-staging/app:0.1.0"], Lifecycle.Images);

    [SkippableFact]
    public void DesiredCount_Raised_ChangesOnlyTheService()
    {
        Assert.Contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.", Lifecycle.UpOfTasks.Out);
        Assert.Equal((1, "live-beats-staging:1"), (Count(Lifecycle.WithTasks), Revision(Lifecycle.WithTasks)));
    }

    [SkippableFact]
    public void Secret_ChangedInParameterStore_IsUsedAfterAForcedDeployment()
    {
        Assert.Equal("of GitHub", Lifecycle.ChangedSecret);
        Assert.NotEqual(Deployment(Lifecycle.WithTasks), Deployment(Lifecycle.Replaced));
        Assert.Equal((1, "live-beats-staging:1"), (Count(Lifecycle.Replaced), Revision(Lifecycle.Replaced)));
    }

    [SkippableFact]
    public void Variable_Changed_DeploysANewRevision()
    {
        Assert.Equal((0, ""), (Lifecycle.UpOfVariable.ExitCode, Lifecycle.UpOfVariable.Error));
        Assert.Equal((1, "live-beats-staging:2"), (Count(Lifecycle.WithVariable), Revision(Lifecycle.WithVariable)));
    }

    [SkippableFact]
    public void DesiredCount_RaisedAgain_ChangesOnlyTheService()
    {
        Assert.Contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.", Lifecycle.UpOfMoreTasks.Out);
        Assert.Equal((2, "live-beats-staging:2"), (Count(Lifecycle.WithMoreTasks), Revision(Lifecycle.WithMoreTasks)));
    }

    [SkippableFact]
    public void Scaling_Added_TracksCpu()
    {
        var policy = Lifecycle.Policies.AsArray().Single()!;

        Assert.Equal(("service/live-beats-staging/live-beats", "TargetTrackingScaling"), (policy["ResourceId"].Text(), policy["PolicyType"].Text()));
        Assert.Equal(60, policy["TargetTrackingScalingPolicyConfiguration"]!["TargetValue"]!.GetValue<double>());
        Assert.Equal((0, ""), (Lifecycle.UpOfScaling.ExitCode, Lifecycle.UpOfScaling.Error));
    }

    private static int Count(JsonNode service) => service["desiredCount"]!.GetValue<int>();

    private static string Deployment(JsonNode service) => service["deployments"]![0]!["id"].Text();

    private static string Revision(JsonNode service) => service["taskDefinition"].Text().Split('/')[1];
}
