using System.Collections.Immutable;
using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>
/// What AWS's pages ask of deployments that move traffic; neither the provider at hand nor the emulator checks it.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-rolling-to-bluegreen.html
/// </summary>
public class TrafficShiftTests
{
    private const string Canary = """{"strategy":"canary"}""";

    private const string Tested = """{"strategy":"canary","testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""";

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
    public async Task Deployment_Strategy_HasItsNumbers(string deployment, string expected)
    {
        var service = (await Run(deployment)).Single<Ecs.Service>();

        ResourceAssert.Inputs(expected, service with { Inputs = (ImmutableDictionary<string, object>)service["deploymentConfiguration"]! });
    }

    [Fact]
    public async Task Deployment_Shift_HasTwoEqualTargetGroupsAndTheRuleBetweenThem()
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
    public async Task ProductionRule_ForwardsToBothGroupsAndDoesNothingElse(string deployment)
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

    // So that the rule, whose forward is left to ECS, never has to lead elsewhere.
    [Theory]
    [InlineData("""{"containerPort":8080}""")]
    [InlineData("""{"healthCheck":{"path":"/health"}}""")]
    [InlineData("""{"deregistrationDelaySeconds":5}""")]
    public async Task TargetGroups_OfAnotherConfiguration_AreTheSameGroups(string changes)
    {
        var (before, after) = (await Run(Canary), await ServiceRun.Of(changes, ("service", $$"""{"deployment":{{Canary}}}""")));

        Assert.Equal(["shop", "shop--alt"], after.All<Lb.TargetGroup>().Select(group => group.Name));
        foreach (var (one, other) in before.All<Lb.TargetGroup>().Zip(after.All<Lb.TargetGroup>()))
        {
            // What makes another group of it.
            string[] identity = ["vpcId", "targetType", "protocol", "port"];
            Assert.Equal(identity.Select(input => one[input]), identity.Select(input => other[input]));
        }
    }

    [Fact]
    public async Task ChangeOfStrategy_HasTheNewRuleBeforeTheOldOneGoes()
    {
        var (rolling, shifting) = ((await Run("{}")).Single<Lb.ListenerRule>(), (await Run(Canary)).Single<Lb.ListenerRule>());

        Assert.NotEqual(rolling.Name, shifting.Name);
        Assert.NotEqual(rolling["priority"], shifting["priority"]);
        Assert.Empty(rolling.Options.IgnoreChanges);
    }

    [Fact]
    public async Task Prepared_IsARollingDeploymentWithAllThatAShiftNeeds()
    {
        var service = (await Run("""{"prepareShift":true}""")).Single<Ecs.Service>();

        Assert.Equal("ROLLING", service["deploymentConfiguration.strategy"]);
        Assert.Equal("arn:ListenerRule:shop-traffic-rule", service["loadBalancers[0].advancedConfiguration.productionListenerRule"]);
        Assert.Equal("arn:TargetGroup:shop--alt", service["loadBalancers[0].advancedConfiguration.alternateTargetGroupArn"]);
    }

    [Fact]
    public async Task TestListener_HasARuleOfItsOwnForBothGroups()
    {
        var run = await ServiceRun.Of($$"""{"deployment":{{Tested}}}""");

        ResourceAssert.Inputs(
            """
            {
              "loadBalancerArn": "arn:LoadBalancer:shop-lb",
              "port": 8443,
              "protocol": "HTTP",
              "defaultActions": [
                {"type": "fixed-response", "fixedResponse": {"contentType": "text/plain", "messageBody": "Not found", "statusCode": "404"}}
              ]
            }
            """,
            run.Find<Lb.Listener>("shop-traffic-test"));
        var rule = run.Find<Lb.ListenerRule>("shop-traffic-test");
        ResourceAssert.Inputs(
            $$"""
            {
              "listenerArn": "arn:Listener:shop-traffic-test",
              "priority": 1,
              "conditions": [{"pathPattern": {"values": ["/*"]} }],
              "actions": [{{BothGroups}}]
            }
            """,
            rule);
        Assert.Equal(["actions[0].forward"], rule.Options.IgnoreChanges);
        Assert.Equal("arn:ListenerRule:shop-traffic-test", run.Single<Ecs.Service>()["loadBalancers[0].advancedConfiguration.testListenerRule"]);
        Assert.Contains("shop-traffic-test", await run.Single<Ecs.Service>().DependsOn());
    }

    [Fact]
    public async Task TestListener_OfADomain_SpeaksHttps()
    {
        var run = await StackRun.Of(TestConfigs.With(("domain", Blocks.Domain), ("service", $$"""{"deployment":{{Tested}}}""")));

        var (test, main) = (run.Find<Lb.Listener>("shop-traffic-test"), run.Find<Lb.Listener>("shop-lb-https"));
        Assert.Equal("HTTPS", test["protocol"]);
        Assert.Equal((main["certificateArn"], main["sslPolicy"]), (test["certificateArn"], test["sslPolicy"]));
        Assert.NotNull(test["certificateArn"]);
    }

    [Fact]
    public async Task TestListener_IsReachedFromTheGivenAddressesOnly()
    {
        var run = await StackRun.Of(TestConfigs.With(("service", $$"""{"deployment":{{Tested}}}""")));

        var rule = Assert.Single(run.All<Vpc.SecurityGroupIngressRule>(), rule => rule["fromPort"] is 8443.0);
        Assert.Equal(("203.0.113.0/24", 8443.0, null), (rule["cidrIpv4"], rule["toPort"], rule["cidrIpv6"]));
    }

    [Fact]
    public async Task TestListener_NotAsked_IsNotThere()
    {
        var run = await Run(Canary);

        Assert.Equal(["shop-lb-http"], run.All<Lb.Listener>().Select(listener => listener.Name));
        Assert.Null(run.Single<Ecs.Service>()["loadBalancers[0].advancedConfiguration.testListenerRule"]);
    }

    // Made too late, the first deployment fails; taken away too early, the service hangs while it drains.
    [Theory]
    [InlineData("""{"strategy":"canary"}""")]
    [InlineData("""{"prepareShift":true}""")]
    public async Task Role_IsThereWithItsPolicyForAsLongAsTheService(string deployment) =>
        Assert.Contains("shop-traffic", await (await Run(deployment)).Single<Ecs.Service>().DependsOn());

    [Fact]
    public async Task Role_WithATestListener_MayChangeItsRuleToo()
    {
        var run = await ServiceRun.Of($$"""{"deployment":{{Tested}}}""");

        var statements = run.Find<AwsIam.RolePolicy>("shop-traffic").Json("policy")["Statement"]!.AsArray();
        Assert.Equal(
            [
                "*",
                "arn:ListenerRule:shop-traffic-rule arn:ListenerRule:shop-traffic-test",
                "arn:Listener:shop-lb-http arn:Listener:shop-traffic-test",
                "arn:TargetGroup:shop arn:TargetGroup:shop--alt",
            ],
            statements.Select(statement => string.Join(' ', statement!["Resource"]!.AsArray().Select(resource => (string?)resource))));
    }

    [Fact]
    public async Task Rolling_HasOneTargetGroupAndNoRole()
    {
        var run = await Run("""{"strategy":"rolling"}""");

        Assert.Equal("shop", run.Single<Lb.TargetGroup>().Name);
        Assert.DoesNotContain(run.All<AwsIam.Role>(), role => role.Name == "shop-traffic");
        Assert.False(run.Single<Ecs.Service>().Has("loadBalancers[0].advancedConfiguration"));
    }

    [Fact]
    public async Task Role_OfAShift_MayChangeItsRuleAndItsGroupsOnly()
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
    public async Task Alarms_OfAShift_WatchBothTargetGroups()
    {
        var run = await ServiceRun.Of("""{"deployment":{"strategy":"canary","rollbackOnAlarms":true}}""", ("alarms", "{}"));

        Assert.Equal(4, run.Single<Ecs.Service>().Strings("alarms.alarmNames").Count);
        Assert.Contains("shop-dev/alarms-requests-alt-errors", run.Single<Ecs.Service>().Strings("alarms.alarmNames"));
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
        Assert.Equal("targetgroup/shop--alt", policy[$"{Metrics}[1].metricStat.metric.dimensions[1].value"]);
    }

    private static Task<StackRun> Run(string deployment) => ServiceRun.Of($$"""{"deployment":{{deployment}}}""");
}
