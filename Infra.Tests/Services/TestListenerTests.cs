using Infra.Tests.Support;

namespace Infra.Tests.Services;

public class TestListenerTests
{
    private const string Deployment = """{"strategy":"canary","testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""";

    private const string BothGroups = """
        {
          "type": "forward",
          "forward": {"targetGroups": [{"arn": "arn:TargetGroup:shop", "weight": 1}, {"arn": "arn:TargetGroup:shop--alt", "weight": 0}]}
        }
        """;

    [Fact]
    public async Task TestListener_HasRuleForBothGroups()
    {
        var run = await ServiceRun.Of($$"""{"deployment":{{Deployment}}}""");

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
    public async Task TestListener_WithDomain_IsHttps()
    {
        var run = await StackRun.Of(TestConfigs.With(("domain", Blocks.Domain), ("service", $$"""{"deployment":{{Deployment}}}""")));

        var (test, main) = (run.Find<Lb.Listener>("shop-traffic-test"), run.Find<Lb.Listener>("shop-lb-https"));
        Assert.Equal("HTTPS", test["protocol"]);
        Assert.Equal((main["certificateArn"], main["sslPolicy"]), (test["certificateArn"], test["sslPolicy"]));
        Assert.NotNull(test["certificateArn"]);
    }

    [Fact]
    public async Task TestListener_AllowsConfiguredCidrsOnly()
    {
        var run = await StackRun.Of(TestConfigs.With(("service", $$"""{"deployment":{{Deployment}}}""")));

        var rule = Assert.Single(run.All<Vpc.SecurityGroupIngressRule>(), rule => rule["fromPort"] is 8443.0);
        Assert.Equal(("203.0.113.0/24", 8443.0, null), (rule["cidrIpv4"], rule["toPort"], rule["cidrIpv6"]));
    }

    [Fact]
    public async Task TestListener_NotConfigured_IsMissing()
    {
        var run = await ServiceRun.Of("""{"deployment":{"strategy":"canary"}}""");

        Assert.Equal(["shop-lb-http"], run.All<Lb.Listener>().Select(listener => listener.Name));
        Assert.Null(run.Single<Ecs.Service>()["loadBalancers[0].advancedConfiguration.testListenerRule"]);
    }

    [Fact]
    public async Task Role_WithTestListener_AllowsChangingItsRule()
    {
        var run = await ServiceRun.Of($$"""{"deployment":{{Deployment}}}""");

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
}
