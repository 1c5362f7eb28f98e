using System.Collections.Immutable;
using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>
/// The requirements of AWS for deployments that shift traffic, which neither the provider nor the emulator checks.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-rolling-to-bluegreen.html
/// </summary>
public class TrafficShiftTests
{
    private const string Canary = """{"strategy":"canary"}""";

    private const string BothGroups = """
        {
          "type": "forward",
          "forward": {"targetGroups": [{"arn": "arn:TargetGroup:shop", "weight": 1}, {"arn": "arn:TargetGroup:shop--alt", "weight": 0}]}
        }
        """;

    [Theory]
    [InlineData("""{"strategy":"rolling"}""", """{"strategy":"ROLLING"}""")]
    [InlineData("""{"strategy":"blueGreen","bakeMinutes":7}""", """{"strategy":"BLUE_GREEN","bakeTimeInMinutes":"7"}""")]
    [InlineData("""{"strategy":"blueGreen"}""", """{"strategy":"BLUE_GREEN","bakeTimeInMinutes":"5"}""")]
    [InlineData("""{"strategy":"linear","bakeMinutes":7,"stepPercent":20,"stepMinutes":3}""", """
        {"strategy":"LINEAR","bakeTimeInMinutes":"7","linearConfiguration":{"stepPercent":20,"stepBakeTimeInMinutes":"3"}}
        """)]
    [InlineData("""{"strategy":"canary","bakeMinutes":7,"stepPercent":20,"stepMinutes":3}""", """
        {"strategy":"CANARY","bakeTimeInMinutes":"7","canaryConfiguration":{"canaryPercent":20,"canaryBakeTimeInMinutes":"3"}}
        """)]
    public async Task Deployment_Strategy_HasItsConfiguration(string deployment, string expected)
    {
        var service = (await Run(deployment)).Single<Ecs.Service>();

        ResourceAssert.Inputs(expected, service with { Inputs = (ImmutableDictionary<string, object>)service["deploymentConfiguration"]! });
    }

    [Fact]
    public async Task Service_WithTrafficShift_HasTwoTargetGroupsAndRule()
    {
        var run = await Run("""{"strategy":"blueGreen"}""");

        Assert.Equal(["shop", "shop--alt"], run.All<Lb.TargetGroup>().Select(group => group.Name));
        Assert.Equal(run.Find<Lb.TargetGroup>("shop")["port"], run.Find<Lb.TargetGroup>("shop--alt")["port"]);
        ResourceAssert.Inputs(
            """
            {
              "targetGroupArn": "arn:TargetGroup:shop",
              "containerName": "shop",
              "containerPort": 80,
              "advancedConfiguration": {
                "alternateTargetGroupArn": "arn:TargetGroup:shop--alt",
                "productionListenerRule": "arn:ListenerRule:shop-traffic-rule",
                "roleArn": "arn:Role:shop-traffic"
              }
            }
            """,
            run.Single<Ecs.Service>() with { Inputs = (ImmutableDictionary<string, object>)run.Single<Ecs.Service>()["loadBalancers[0]"]! });
    }

    [Theory]
    [InlineData("""{"strategy":"blueGreen"}""")]
    [InlineData("""{"strategy":"linear"}""")]
    [InlineData("""{"strategy":"canary"}""")]
    [InlineData("""{"prepareShift":true}""")]
    public async Task ProductionRule_OnlyForwardsToBothGroups(string deployment)
    {
        var rule = (await Run(deployment)).Single<Lb.ListenerRule>();

        Assert.Equal("shop-traffic-rule", rule.Name);
        ResourceAssert.Inputs(
            $$"""
            {
              "listenerArn": "arn:Listener:shop-lb-http",
              "priority": 49999,
              "conditions": [{"pathPattern": {"values": ["/*"]} }],
              "actions": [{{BothGroups}}]
            }
            """,
            rule);
        Assert.Equal(["actions[0].forward"], rule.Options.IgnoreChanges);
    }

    // The stack ignores the forward action of the rule, so its target groups must never be replaced.
    [Theory]
    [InlineData("""{"containerPort":8080}""")]
    [InlineData("""{"healthCheck":{"path":"/health"}}""")]
    [InlineData("""{"deregistrationDelaySeconds":5}""")]
    public async Task TargetGroups_AfterConfigurationChange_AreNotReplaced(string changes)
    {
        var (before, after) = (await Run(Canary), await ServiceRun.Of(changes, ("service", $$"""{"deployment":{{Canary}}}""")));

        Assert.Equal(["shop", "shop--alt"], after.All<Lb.TargetGroup>().Select(group => group.Name));
        foreach (var (one, other) in before.All<Lb.TargetGroup>().Zip(after.All<Lb.TargetGroup>()))
        {
            // A change of one of these replaces the target group.
            string[] identity = ["vpcId", "targetType", "protocol", "port"];
            Assert.Equal(identity.Select(input => one[input]), identity.Select(input => other[input]));
        }
    }

    [Fact]
    public async Task Rules_OfRollingAndShift_HaveDifferentNamesAndPriorities()
    {
        var (rolling, shifting) = ((await Run("{}")).Single<Lb.ListenerRule>(), (await Run(Canary)).Single<Lb.ListenerRule>());

        Assert.NotEqual(rolling.Name, shifting.Name);
        Assert.NotEqual(rolling["priority"], shifting["priority"]);
        Assert.Empty(rolling.Options.IgnoreChanges);
    }

    [Fact]
    public async Task PrepareShift_IsRollingWithResourcesOfShift()
    {
        var service = (await Run("""{"prepareShift":true}""")).Single<Ecs.Service>();

        Assert.Equal("ROLLING", service["deploymentConfiguration.strategy"]);
        Assert.Equal("arn:ListenerRule:shop-traffic-rule", service["loadBalancers[0].advancedConfiguration.productionListenerRule"]);
        Assert.Equal("arn:TargetGroup:shop--alt", service["loadBalancers[0].advancedConfiguration.alternateTargetGroupArn"]);
    }

    // Without the dependency the first deployment fails, and a deleted service hangs while it drains.
    [Theory]
    [InlineData("""{"strategy":"canary"}""")]
    [InlineData("""{"prepareShift":true}""")]
    public async Task Service_DependsOnRoleOfShift(string deployment) =>
        Assert.Contains("shop-traffic", await (await Run(deployment)).Single<Ecs.Service>().DependsOn());

    [Fact]
    public async Task Rolling_HasOneTargetGroupAndNoRole()
    {
        var run = await Run("""{"strategy":"rolling"}""");

        Assert.Equal("shop", run.Single<Lb.TargetGroup>().Name);
        Assert.DoesNotContain(run.All<AwsIam.Role>(), role => role.Name == "shop-traffic");
        Assert.False(run.Single<Ecs.Service>().Has("loadBalancers[0].advancedConfiguration"));
    }

    [Fact]
    public async Task Role_AllowsChangingOwnRuleAndGroupsOnly()
    {
        var run = await Run("""{"strategy":"linear"}""");

        Assert.Equal(
            "ecs.amazonaws.com",
            (string?)run.Find<AwsIam.Role>("shop-traffic").Json("assumeRolePolicy")["Statement"]![0]!["Principal"]!["Service"]);
        var statements = run.Find<AwsIam.RolePolicy>("shop-traffic").Json("policy")["Statement"]!.AsArray();
        Assert.Equal(
            ["*", "arn:ListenerRule:shop-traffic-rule", "arn:Listener:shop-lb-http", "arn:TargetGroup:shop arn:TargetGroup:shop--alt"],
            statements.Select(statement => string.Join(' ', statement!["Resource"]!.AsArray().Select(resource => (string?)resource))));
    }

    [Fact]
    public async Task RollbackAlarms_WithTrafficShift_WatchBothTargetGroups()
    {
        var run = await ServiceRun.Of("""{"deployment":{"strategy":"canary","rollbackOnAlarms":true}}""", ("alarms", "{}"));

        Assert.Equal(4, run.Single<Ecs.Service>().Strings("alarms.alarmNames").Count);
        Assert.Contains("shop-dev/alarms-requests-alt-errors", run.Single<Ecs.Service>().Strings("alarms.alarmNames"));
    }

    [Fact]
    public async Task Scaling_WithTrafficShift_CountsRequestsOfBothTargetGroups()
    {
        var run = await ServiceRun.Of(
            """{"deployment":{"strategy":"canary"},"scaling":{"minimumTasks":1,"maximumTasks":4,"requestsPerTask":600}}""");

        const string Metrics = "targetTrackingScalingPolicyConfiguration.customizedMetricSpecification.metrics";
        var policy = run.Single<AppAutoScaling.Policy>();
        Assert.Equal("app/shop-lb", policy[$"{Metrics}[0].metricStat.metric.dimensions[0].value"]);
        Assert.Equal("targetgroup/shop", policy[$"{Metrics}[0].metricStat.metric.dimensions[1].value"]);
        Assert.Equal("targetgroup/shop--alt", policy[$"{Metrics}[1].metricStat.metric.dimensions[1].value"]);
    }

    private static Task<StackRun> Run(string deployment) => ServiceRun.Of($$"""{"deployment":{{deployment}}}""");
}
