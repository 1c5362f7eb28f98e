using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class ExistingLoadBalancerRulesTests
{
    private const string TargetGroup = """{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b"}""";

    [Fact]
    public void ExistingLoadBalancer_InAnExistingNetwork_IsAccepted() => Assert.Empty(Of("{}"));

    [Fact]
    public void ExistingLoadBalancer_WithoutPublicSubnets_IsAccepted() => Assert.Empty(Of(
        "{}",
        ("existingNetwork", """{"publicSubnetIds":null}"""),
        ("service", """{"subnets":"private"}""")));

    [Fact]
    public void ExistingLoadBalancer_WithLoadBalancer_IsRejected() => Assert.Equal(
        ["app:existingLoadBalancer: cannot be combined with loadBalancer"],
        Of("{}", ("loadBalancer", """{"idleTimeoutSeconds":60}""")));

    [Fact]
    public void ExistingLoadBalancer_InANewNetwork_IsRejected() => Assert.Equal(
        ["app:existingLoadBalancer: needs existingNetwork: a load balancer reaches tasks in its own VPC only"],
        Problems.Of(("existingLoadBalancer", Blocks.ExistingLoadBalancer), ("service", Blocks.SharedService)));

    [Theory]
    [InlineData("""{"httpRedirectPort":80}""", null)]
    [InlineData("""{"httpRedirectPort":443}""", "443 is listenerPort; use the port of the HTTP listener")]
    public void HttpRedirectPort_EqualToListenerPort_IsRejected(string changes, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:existingLoadBalancer.httpRedirectPort: {problem}"], Of(changes, ("domain", Blocks.Domain)));

    [Fact]
    public void HttpRedirectPort_WithoutDomain_IsRejected() => Assert.Equal(
        ["app:existingLoadBalancer.httpRedirectPort: needs a domain: only its names are redirected"], Of("""{"httpRedirectPort":80}"""));

    [Fact]
    public void ExistingTargetGroup_WithAuthenticationAndRedirect_IsRejected() => Assert.Equal(
        [
            "app:authentication: needs a listener rule of this stack; with existingLoadBalancer.targetGroupArn there is none",
            "app:existingLoadBalancer.httpRedirectPort: cannot be combined with targetGroupArn: "
                + "the stack adds no listener rules for an existing target group",
        ],
        Of(
            TargetGroup,
            ("existingLoadBalancer", """{"httpRedirectPort":80}"""),
            ("domain", Blocks.Domain),
            ("authentication", Blocks.Cognito)).Order(StringComparer.Ordinal));

    [Fact]
    public void HttpRedirectPort_WithSixDomainNames_IsRejected() => Assert.Equal(
        ["app:existingLoadBalancer.httpRedirectPort: redirects at most 5 names; the domain has 6"],
        Of(
            """{"httpRedirectPort":80}""",
            ("domain", Blocks.Domain),
            ("domain", """{"alternativeNames":["a.example.com","b.example.com","c.example.com","d.example.com","e.example.com"]}""")));

    [Theory]
    [InlineData("""{"routing":{"paths":["/a"],"priority":9}}""",
        "routing: has no effect with existingLoadBalancer.targetGroupArn, whose listener rules exist already")]
    [InlineData("""{"deployment":{"strategy":"canary"}}""",
        "deployment.strategy: shifts traffic between target groups of this stack; with existingLoadBalancer.targetGroupArn there are none: use rolling")]
    [InlineData("""{"deployment":{"rollbackOnAlarms":true}}""",
        "deployment.rollbackOnAlarms: needs a target group of this stack; with existingLoadBalancer.targetGroupArn there is none")]
    [InlineData("""{"scaling":{"minimumTasks":1,"maximumTasks":2,"requestsPerTask":9}}""",
        "scaling.requestsPerTask: requires containerPort and a target group of this stack, where the load balancer counts requests")]
    public void ExistingTargetGroup_WithKeyThatNeedsAnOwnOne_IsRejected(string service, string problem)
    {
        Assert.Equal([$"app:service.{problem}"], Of(TargetGroup, ("alarms", "{}"), ("service", service)));
        Assert.Empty(Of("{}", ("alarms", "{}"), ("service", service)));
    }

    [Fact]
    public void ExistingTargetGroup_WithTwoServices_IsRejected()
    {
        const string Api = """{"api":{"image":"a:1","containerPort":81},"worker":{"image":"a:1"}}""";

        Assert.Equal(
            [
                "app:services.api.containerPort: needs another target group: existingLoadBalancer.targetGroupArn is for service; "
                    + "remove it, and the stack creates one for each service",
            ],
            Of(TargetGroup, ("services", Api)));
    }

    [Fact]
    public void ExistingTargetGroup_InAnotherRegion_IsRejected() => Assert.Equal(
        ["app:existingLoadBalancer.targetGroupArn: is in us-east-1; use one in aws:region eu-central-1"],
        Of(TargetGroup.Replace("eu-central-1", "us-east-1", StringComparison.Ordinal)));

    [Fact]
    public void CertificateArn_WithExistingLoadBalancer_IsRejected() => Assert.Equal(
        ["app:domain.certificateArn: cannot be combined with existingLoadBalancer, whose listener already has a certificate"],
        Of(
            "{}",
            ("domain", Blocks.Domain),
            ("domain", """{"certificateArn":"arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"}""")));

    [Theory]
    [InlineData("""{"name":"internal-shared"}""", "name: \"internal-shared\" is not valid; use the name of a load balancer, up to 32 letters, digits and dashes")]
    [InlineData("""{"listenerPort":0}""", "listenerPort: 0 is out of range; use 1 to 65535")]
    [InlineData("""{"targetGroupArn":"shop"}""", "targetGroupArn: \"shop\" is not valid; use the ARN of a target group")]
    [InlineData("""{"securityGroupId":"shop"}""", "securityGroupId: \"shop\" is not valid; use a security group id such as sg-0a1b2c3d, with 8 or 17 digits and letters a to f")]
    public void Value_Invalid_IsRejected(string changes, string problem) =>
        Assert.Equal([$"app:existingLoadBalancer.{problem}"], Of(changes));

    private static IReadOnlyList<string> Of(string loadBalancer, params (string Key, string Json)[] changes) => Problems.Of(
    [
        ("network", "-"),
        ("existingNetwork", Blocks.ExistingNetwork),
        ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
        ("existingLoadBalancer", loadBalancer),
        ("service", loadBalancer.Contains("targetGroupArn", StringComparison.Ordinal) ? "{}" : Blocks.SharedService),
        .. changes,
    ]);
}
