using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class LoadBalancerEffectsTests
{
    private const string TlsPolicy = """{"tlsPolicy":"ELBSecurityPolicy-TLS13-1-3-2021-06"}""";

    [Fact]
    public void TlsPolicy_WithoutADomain_IsRefused() => Assert.Equal(
        ["refused: app:loadBalancer.tlsPolicy: needs a domain: without one the load balancer speaks HTTP only"], Answers.Of(("loadBalancer", TlsPolicy)));

    [Fact]
    public void TlsPolicy_WithADomain_IsAccepted() => Assert.Empty(Answers.Of(("domain", Blocks.Domain), ("loadBalancer", TlsPolicy)));

    [Theory]
    [InlineData("""{"validationTimeoutMinutes":30}""", null)]
    [InlineData("""{"validationTimeoutMinutes":30,"certificateArn":"arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"}""",
        "refused: app:domain.validationTimeoutMinutes: is for a certificate that the stack makes, and certificateArn names one that exists already")]
    public void Validation_OfACertificateThatExists_IsRefused(string domain, string? answer) => Assert.Equal(
        Answers.Expected(answer), Answers.Of(("domain", Blocks.Domain), ("domain", domain)));

    [Theory]
    [InlineData("validationTimeoutMinutes", "30")]
    [InlineData("overwriteValidationRecords", "true")]
    public void Validation_WithAnExistingLoadBalancer_IsRefused(string key, string value) => Assert.Equal(
        [$"refused: app:domain.{key}: is for a certificate that the stack makes, and the listener of existingLoadBalancer has its own"],
        Answers.Of([.. Existing, ("domain", Blocks.Domain), ("domain", $$"""{"{{key}}":{{value}}}""")]));

    [Fact]
    public void ListenerPort_WithATargetGroup_IsRefused() => Assert.Equal(
        [
            "refused: app:existingLoadBalancer.listenerPort: cannot be combined with targetGroupArn: the stack makes no rules for a target group "
                + "that exists already",
        ],
        Answers.Of([.. Existing, ("service", """{"routing":null}"""), ("existingLoadBalancer", """
            {"listenerPort":443,"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b"}
            """)]));

    private static (string Key, string Json)[] Existing =>
    [
        ("network", "-"), ("existingNetwork", Blocks.ExistingNetwork), ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
        ("service", """{"routing":{"hosts":["shop.example.com"],"priority":100}}"""),
    ];
}
