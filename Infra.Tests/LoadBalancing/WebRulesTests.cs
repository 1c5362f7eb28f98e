using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class WebRulesTests
{
    private const string Problem = "needs a service with a containerPort: without one the stack serves no HTTP";

    private static readonly (string Key, string Json) NoPort = ("service", """{"containerPort":null}""");

    [Theory]
    [InlineData("domain", Blocks.Domain)]
    [InlineData("webAcl", "{}")]
    [InlineData("loadBalancer", """{"idleTimeoutSeconds":120}""")]
    public void Block_WithoutContainerPort_IsRejected(string key, string block)
    {
        Assert.Equal([$"app:{key}: {Problem}"], Problems.Of(NoPort, (key, block)));
        Assert.Empty(Problems.Of((key, block)));
    }

    [Fact]
    public void Authentication_WithoutContainerPort_IsRejected() => Assert.Equal(
        [$"app:domain: {Problem}", $"app:authentication: {Problem}"],
        Problems.Of(NoPort, ("domain", Blocks.Domain), ("authentication", Blocks.Cognito)));

    [Fact]
    public void ExistingLoadBalancer_WithoutContainerPort_IsRejected() => Assert.Equal(
        [$"app:existingLoadBalancer: {Problem}"],
        Problems.Of(NoPort, ("network", "-"), ("existingNetwork", Blocks.ExistingNetwork), ("existingLoadBalancer", Blocks.ExistingLoadBalancer)));

    [Fact]
    public void Block_WithContainerPortOfAnotherService_IsAccepted() => Assert.Empty(Problems.Of(
        NoPort,
        ("webAcl", "{}"),
        ("services", """{"api":{"image":"api:1","containerPort":81,"routing":{"paths":["/api/*"],"priority":9}}}""")));

    [Fact]
    public void NetworkLoadBalancer_WithoutTcpPorts_IsRejected()
    {
        (string Key, string Json) block = ("networkLoadBalancer", """{"deletionProtection":true}""");

        Assert.Equal(["app:networkLoadBalancer: needs a service with tcpPorts: without one the stack creates no network load balancer"], Problems.Of(block));
        Assert.Empty(Problems.Of(block, ("service", """{"tcpPorts":[{"port":5000}]}""")));
    }

    [Fact]
    public void Stack_WithoutContainerPort_IsAccepted() => Assert.Empty(Problems.Of(NoPort));
}
