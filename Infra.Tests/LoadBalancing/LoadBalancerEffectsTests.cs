using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class LoadBalancerEffectsTests
{
    private const string TlsPolicy = """{"tlsPolicy":"ELBSecurityPolicy-TLS13-1-3-2021-06"}""";

    [Fact]
    public void TlsPolicy_WithoutDomain_IsRejected() => Assert.Equal(
        ["refused: app:loadBalancer.tlsPolicy: needs a domain: without one the load balancer serves HTTP only"], Answers.Of(("loadBalancer", TlsPolicy)));

    [Fact]
    public void TlsPolicy_WithDomain_IsAccepted() => Assert.Empty(Answers.Of(("domain", Blocks.Domain), ("loadBalancer", TlsPolicy)));

    [Theory]
    [InlineData("""{"validationTimeoutMinutes":30}""", null)]
    [InlineData("""{"validationTimeoutMinutes":30,"certificateArn":"arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"}""",
        "refused: app:domain.validationTimeoutMinutes: cannot be combined with certificateArn: an existing certificate is not validated again")]
    public void ValidationTimeout_WithCertificateArn_IsRejected(string domain, string? answer) => Assert.Equal(
        Answers.Expected(answer), Answers.Of(("domain", Blocks.Domain), ("domain", domain)));

    [Theory]
    [InlineData("validationTimeoutMinutes", "30")]
    [InlineData("overwriteValidationRecords", "true")]
    public void Validation_WithExistingLoadBalancer_IsRejected(string key, string value) => Assert.Equal(
        [$"refused: app:domain.{key}: cannot be combined with existingLoadBalancer, whose listener already has a certificate"],
        Answers.Of([.. Existing, ("domain", Blocks.Domain), ("domain", $$"""{"{{key}}":{{value}}}""")]));

    [Fact]
    public void ListenerPort_WithExistingTargetGroup_IsRejected() => Assert.Equal(
        [
            "refused: app:existingLoadBalancer.listenerPort: cannot be combined with targetGroupArn: the stack adds no listener rules for "
                + "an existing target group",
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
