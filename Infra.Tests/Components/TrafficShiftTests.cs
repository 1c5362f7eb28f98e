using System.Collections.Immutable;
using Infra.Tests.Support;

namespace Infra.Tests.Components;

public class TrafficShiftTests
{
    private const string Times = """ "bakeMinutes":7,"stepPercent":20,"stepMinutes":3""";

    [Theory]
    [InlineData("blueGreen", """{"strategy":"BLUE_GREEN","bakeTimeInMinutes":"7"}""")]
    [InlineData("linear", """
        {"strategy":"LINEAR","bakeTimeInMinutes":"7","linearConfiguration":{"stepPercent":20,"stepBakeTimeInMinutes":"3"}}
        """)]
    [InlineData("canary", """
        {"strategy":"CANARY","bakeTimeInMinutes":"7","canaryConfiguration":{"canaryPercent":20,"canaryBakeTimeInMinutes":"3"}}
        """)]
    public async Task Deployment_Strategy_HasItsNumbers(string strategy, string expected)
    {
        var service = (await Run($$"""{"strategy":"{{strategy}}",{{Times}}}""")).Single<Ecs.Service>();

        ResourceAssert.Inputs(expected, service with { Inputs = (ImmutableDictionary<string, object>)service["deploymentConfiguration"]! });
    }

    [Fact]
    public async Task Deployment_Shift_HasTwoEqualTargetGroupsAndTheRuleBetweenThem()
    {
        var run = await Run("""{"strategy":"blueGreen"}""");

        Assert.Equal(["shop", "shop-alt"], run.All<Lb.TargetGroup>().Select(group => group.Name));
        Assert.Equal(run.Find<Lb.TargetGroup>("shop")["port"], run.Find<Lb.TargetGroup>("shop-alt")["port"]);
        ResourceAssert.Inputs(
            """
            {
              "targetGroupArn": "arn:TargetGroup:shop",
              "containerName": "shop",
              "containerPort": 80,
              "advancedConfiguration": {
                "alternateTargetGroupArn": "arn:TargetGroup:shop-alt",
                "productionListenerRule": "arn:ListenerRule:shop-everything",
                "roleArn": "arn:Role:shop-traffic"
              }
            }
            """,
            run.Single<Ecs.Service>() with { Inputs = (ImmutableDictionary<string, object>)run.Single<Ecs.Service>()["loadBalancers[0]"]! });
    }

    [Theory]
    [InlineData("rolling", "")]
    [InlineData("canary", "actions")]
    public async Task Rule_OnlyAShift_OwnsItsWeights(string strategy, string ignored) => Assert.Equal(
        ignored, string.Join(' ', (await Run($$"""{"strategy":"{{strategy}}"}""")).Single<Lb.ListenerRule>().Options.IgnoreChanges));

    [Fact]
    public async Task Rolling_HasOneTargetGroupAndNoRole()
    {
        var run = await Run("""{"strategy":"rolling"}""");

        Assert.Equal("shop", run.Single<Lb.TargetGroup>().Name);
        Assert.DoesNotContain(run.All<Iam.Role>(), role => role.Name == "shop-traffic");
        Assert.False(run.Single<Ecs.Service>().Has("loadBalancers[0].advancedConfiguration"));
    }

    [Fact]
    public async Task Role_OfAShift_MayChangeItsRuleAndItsGroupsOnly()
    {
        var run = await Run("""{"strategy":"linear"}""");

        Assert.Equal(
            "ecs.amazonaws.com",
            (string?)run.Find<Iam.Role>("shop-traffic").Json("assumeRolePolicy")["Statement"]![0]!["Principal"]!["Service"]);
        var statements = run.Find<Iam.RolePolicy>("shop-traffic").Json("policy")["Statement"]!.AsArray();
        Assert.Equal(
            ["*", "arn:ListenerRule:shop-everything", "arn:Listener:shop-lb-http", "arn:TargetGroup:shop arn:TargetGroup:shop-alt"],
            statements.Select(statement => string.Join(' ', statement!["Resource"]!.AsArray().Select(resource => (string?)resource))));
    }

    [Fact]
    public async Task Alarms_OfAShift_WatchBothTargetGroups()
    {
        var run = await ServiceRun.Of("""{"deployment":{"strategy":"canary","rollbackOnAlarms":true}}""", ("alarms", "{}"));

        Assert.Equal(4, run.Single<Ecs.Service>().Strings("alarms.alarmNames").Count);
        Assert.Contains("shop-dev-alarms-requests-alt-errors", run.Single<Ecs.Service>().Strings("alarms.alarmNames"));
    }

    [Fact]
    public async Task Scaling_OfAShift_CountsTheRequestsOfBothTargetGroups()
    {
        var run = await ServiceRun.Of(
            """{"deployment":{"strategy":"canary"},"scaling":{"minimumTasks":1,"maximumTasks":4,"requestsPerTask":600}}""");

        const string Metrics = "targetTrackingScalingPolicyConfiguration.customizedMetricSpecification.metrics";
        var policy = run.Single<AppAutoScaling.Policy>();
        Assert.Equal("app/shop-lb", policy[$"{Metrics}[0].metricStat.metric.dimensions[0].value"]);
        Assert.Equal("targetgroup/shop", policy[$"{Metrics}[0].metricStat.metric.dimensions[1].value"]);
        Assert.Equal("targetgroup/shop-alt", policy[$"{Metrics}[1].metricStat.metric.dimensions[1].value"]);
    }

    private static Task<StackRun> Run(string deployment) => ServiceRun.Of($$"""{"deployment":{{deployment}}}""");
}
