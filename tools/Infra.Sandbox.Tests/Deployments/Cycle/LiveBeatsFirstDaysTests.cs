using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

[Collection(DeploymentTurns.SecondRow)]
public sealed class LiveBeatsFirstDaysTests(LiveBeatsFirstDays life) : LifeTests<LiveBeatsFirstDays>(life), IClassFixture<LiveBeatsFirstDays>
{
    // The final snapshot.
    private protected override IEnumerable<string> Staying => [$"{Life.DatabaseId}-final"];

    [SkippableFact]
    public void FirstUp_WithoutTasks_MakesEverythingElse()
    {
        Assert.Equal(0, Count(Life.WithoutTasks));
        Assert.Single(Life.WithoutTasks["loadBalancers"]!.AsArray());
        Assert.Equal("live-beats-staging:1", Revision(Life.WithoutTasks));
    }

    [SkippableFact]
    public void FirstUp_SaysWhatOperatorsNeed()
    {
        Assert.Matches(@"    url: http://\S+\.eu-west-2\.elb\.amazonaws\.com\n", Life.FirstUp.Out);
        Assert.Contains("123456789012.dkr.ecr.eu-west-2.amazonaws.com/live-beats-staging/app", Life.FirstUp.Out);
        Assert.Contains(
            "aws ecs execute-command --region eu-west-2 --cluster live-beats-staging --container live-beats --interactive --command /bin/sh --task ",
            Life.FirstUp.Out);
    }

    [SkippableFact]
    public void Image_IsPushedToTheRepositoryAmongTheOutputs() => Assert.Equal(["live-beats-staging/app:0.1.0"], Life.Images);

    [SkippableFact]
    public void Count_Raised_StartsTasksAndChangesNothingElse()
    {
        Assert.Contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.", Life.UpOfTasks.Out);
        Assert.Equal((1, "live-beats-staging:1"), (Count(Life.WithTasks), Revision(Life.WithTasks)));
    }

    [SkippableFact]
    public void Secret_ChangedInParameterStore_IsWhatTheTasksOfAForcedDeploymentRead()
    {
        Assert.Equal("of GitHub", Life.ChangedSecret);
        Assert.NotEqual(Deployment(Life.WithTasks), Deployment(Life.Replaced));
        Assert.Equal((1, "live-beats-staging:1"), (Count(Life.Replaced), Revision(Life.Replaced)));
    }

    [SkippableFact]
    public void Variable_Changed_IsANewRevisionThatTheServiceRuns()
    {
        Assert.Equal((0, ""), (Life.UpOfVariable.ExitCode, Life.UpOfVariable.Error));
        Assert.Equal((1, "live-beats-staging:2"), (Count(Life.WithVariable), Revision(Life.WithVariable)));
    }

    [SkippableFact]
    public void Count_RaisedByHand_IsWhatRuns()
    {
        Assert.Contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.", Life.UpOfMoreTasks.Out);
        Assert.Equal((2, "live-beats-staging:2"), (Count(Life.WithMoreTasks), Revision(Life.WithMoreTasks)));
    }

    [SkippableFact]
    public void Scaling_Added_FollowsTheCpu()
    {
        var policy = Life.Policies.AsArray().Single()!;

        Assert.Equal(("service/live-beats-staging/live-beats", "TargetTrackingScaling"), (policy["ResourceId"].Text(), policy["PolicyType"].Text()));
        Assert.Equal(60, policy["TargetTrackingScalingPolicyConfiguration"]!["TargetValue"]!.GetValue<double>());
        Assert.Equal((0, ""), (Life.UpOfScaling.ExitCode, Life.UpOfScaling.Error));
    }

    private static int Count(JsonNode service) => service["desiredCount"]!.GetValue<int>();

    private static string Deployment(JsonNode service) => service["deployments"]![0]!["id"].Text();

    private static string Revision(JsonNode service) => service["taskDefinition"].Text().Split('/')[1];
}
