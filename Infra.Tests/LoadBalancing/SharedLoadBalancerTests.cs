using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

/// <summary>A stack behind an existing load balancer.</summary>
public class SharedLoadBalancerTests
{
    private const string TargetGroupArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b";

    [Fact]
    public async Task ExistingLoadBalancer_WithDomain_CreatesNoLoadBalancerAndNoCertificate()
    {
        var run = await Run("{}", ("domain", Blocks.Domain));

        Assert.Empty(run.All<Lb.LoadBalancer>());
        Assert.Empty(run.All<Lb.Listener>());
        Assert.Empty(run.All<Acm.Certificate>());
        Assert.Equal("listener-443-of-arn-of-shared", run.Single<Lb.ListenerRule>()["listenerArn"]);
        Assert.Equal("shared.elb.amazonaws.com", run.Single<Route53.Record>()["aliases[0].name"]);
        Assert.Equal("https://shop.example.com", await run.Output("url"));
    }

    [Fact]
    public async Task ExistingLoadBalancer_SecurityGroup_IsAllowedByTasksAndGetsNoRules()
    {
        var run = await Run("{}");

        Assert.Equal(
            "sg-0a000000", run.Find<Vpc.SecurityGroupIngressRule>("shop-security-load-balancer-to-service-80")["referencedSecurityGroupId"]);
        Assert.DoesNotContain(run.All<Vpc.SecurityGroupEgressRule>(), rule => (string?)rule["securityGroupId"] == "sg-0a000000");
        Assert.DoesNotContain(run.All<Ec2.SecurityGroup>(), group => group.Name == "shop-security-load-balancer");
    }

    [Fact]
    public async Task ExistingTargetGroup_RegistersTasksWithoutListenerRules()
    {
        var run = await Run($$"""{"targetGroupArn":"{{TargetGroupArn}}"}""");

        Assert.Empty(run.All<Lb.TargetGroup>());
        Assert.Empty(run.All<Lb.ListenerRule>());
        Assert.Equal(TargetGroupArn, run.Single<Ecs.Service>()["loadBalancers[0].targetGroupArn"]);
        Assert.Equal(["shop-task", "shop-network", "shop-security", "shop-cluster"], await run.Single<Ecs.Service>().DependsOn());
    }

    [Fact]
    public async Task Redirect_Configured_AppliesToTheDomainNames()
    {
        var run = await Run("""{"httpRedirectPort":80}""", ("domain", Blocks.Domain), ("domain", """{"alternativeNames":["www.example.com"]}"""));

        var rule = run.Find<Lb.ListenerRule>("shop-redirect");
        ResourceAssert.Inputs(
            """
            {
              "listenerArn": "listener-80-of-arn-of-shared",
              "conditions": [{"hostHeader": {"values": ["shop.example.com", "www.example.com"]}}],
              "actions": [{"type": "redirect", "redirect": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}]
            }
            """,
            rule with { Inputs = rule.Inputs.Remove("tags") });
    }

    [Fact]
    public async Task Redirect_NotConfigured_IsNotCreated() => Assert.Empty((await Run("{}", ("domain", Blocks.Domain))).All<HttpsRedirect>());

    [Fact]
    public async Task Redirect_WithOwnLoadBalancer_IsNotCreated() =>
        Assert.Empty((await StackRun.Of(TestConfigs.With(("domain", Blocks.Domain)))).All<HttpsRedirect>());

    [Fact]
    public async Task Stack_WithoutContainerPort_HasNoLoadBalancer()
    {
        var run = await StackRun.Of(TestConfigs.With(("service", """{"containerPort":null}""")));

        Assert.Empty(run.All<LoadBalancer>());
        Assert.Null(await run.Output("url"));
        Assert.DoesNotContain(run.All<Ec2.SecurityGroup>(), group => group.Name == "shop-security-load-balancer");
    }

    private static Task<StackRun> Run(string loadBalancer, params (string Key, string Json)[] changes) => StackRun.Of(TestConfigs.With(
    [
        ("network", "-"),
        ("existingNetwork", Blocks.ExistingNetwork),
        ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
        ("existingLoadBalancer", loadBalancer),
        ("service", loadBalancer.Contains("targetGroupArn", StringComparison.Ordinal) ? "{}" : Blocks.SharedService),
        .. changes,
    ]));
}
