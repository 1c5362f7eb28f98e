using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class RoutingRulesTests
{
    [Theory]
    [InlineData("""{"paths":["/api/*"],"priority":100}""")]
    [InlineData("""{"hosts":["api.example.com","*.example.org"],"priority":2}""")]
    [InlineData("""{"hosts":["a.com","b.com"],"paths":["/1","/2","/3"],"priority":49998}""")]
    public void Routing_WithConditionsAndPriority_IsAccepted(string routing) => Assert.Empty(Api(routing));

    [Theory]
    [InlineData("{}", "requires hosts or paths: app:service takes all other requests")]
    [InlineData("""{"priority":3}""", "requires hosts or paths: app:service takes all other requests")]
    [InlineData("""{"paths":["/api/*"]}""", "requires priority")]
    [InlineData(
        """{"hosts":["a.com","b.com","c.com"],"paths":["/1","/2","/3"],"priority":9}""", "has 6 hosts and paths; a listener rule allows 5")]
    public void Routing_Incomplete_IsRefused(string routing, string problem) =>
        Assert.Equal([$"app:services.api.routing: {problem}"], Api(routing));

    [Theory]
    [InlineData("{}", "requires hosts or paths: app:existingLoadBalancer serves others too")]
    [InlineData("""{"routing":{"priority":9}}""", "requires hosts or paths: app:existingLoadBalancer serves others too")]
    [InlineData("""{"routing":{"paths":["/shop/*"]}}""", "requires priority")]
    [InlineData("""{"routing":{"paths":["/shop/*"],"priority":9}}""", null)]
    public void MainService_OnExistingListener_NeedsConditions(string service, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.routing: {problem}"],
        Problems.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("service", service)));

    [Fact]
    public void Routing_WithoutContainerPort_IsRefused() => Assert.Equal(
        ["app:services.api.routing: requires containerPort"],
        Problems.Of(("services", """{"api":{"image":"api:1","routing":{"paths":["/api/*"],"priority":9}}}""")));

    [Theory]
    [InlineData("""["/1","/2","/3","/4"]""", null)]
    [InlineData("""["/1","/2","/3","/4","/5"]""", "app:services.api.routing: has 6 hosts and authentication.publicPaths; a listener rule allows 5")]
    public void PublicPaths_WithHosts_AreLimited(string publicPaths, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Api("""{"hosts":["shop.example.com"],"priority":9}""", [.. SignIn($$"""{"publicPaths":{{publicPaths}}}""")]));

    [Theory]
    [InlineData("[]", 9, null)]
    [InlineData("[]", 10, "10 is already used by services.api")]
    [InlineData("""["/hooks/*"]""", 10, "10 is already used by services.api; public paths, and deployments that shift traffic, also use the number before the priority")]
    [InlineData("""["/hooks/*"]""", 11, "10 is already used by services.api; public paths, and deployments that shift traffic, also use the number before the priority")]
    [InlineData("""["/hooks/*"]""", 9, "9 is already used by services.api; public paths, and deployments that shift traffic, also use the number before the priority")]
    [InlineData("""["/hooks/*"]""", 8, null)]
    public void Priority_UsedTwice_IsRefused(string publicPaths, int priority, string? problem)
    {
        var services = $$$"""
            {"api":{"image":"api:1","containerPort":81,"routing":{"hosts":["shop.example.com"],"priority":10}},
             "web":{"image":"web:1","containerPort":82,"routing":{"hosts":["*.example.com"],"priority":{{{priority}}}} } }
            """;

        Assert.Equal(
            problem is null ? [] : [$"app:services.web.routing.priority: {problem}"],
            Problems.Of([("services", services), .. SignIn($$"""{"publicPaths":{{publicPaths}}}""")]));
    }

    [Theory]
    [InlineData("shop.example.com", null)]
    [InlineData("*.example.com", null)]
    [InlineData("api.example.com", "api.example.com is not a name of the domain, so it has no certificate and no DNS record; add it to domain.alternativeNames")]
    public void Host_OutsideDomain_IsRefused(string host, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:services.api.routing.hosts[0]: {problem}"],
        Api($$"""{"hosts":["{{host}}"],"priority":9}""", ("domain", Blocks.Domain)));

    [Fact]
    public void Host_WithCertificateArn_IsAccepted() => Assert.Empty(Api(
        """{"hosts":["api.example.com"],"priority":9}""",
        ("domain", Blocks.Domain),
        ("domain", """{"certificateArn":"arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"}""")));

    [Theory]
    [InlineData("""{"priority":5}""", "app:service.routing.priority: 5 matches all requests before services.api is evaluated; remove it, and app:service comes last")]
    [InlineData("""{"priority":90}""", null)]
    [InlineData("""{"priority":5,"paths":["/front/*"]}""", null)]
    public void MainService_WithoutConditions_MustComeLast(string routing, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Api("""{"paths":["/api/*"],"priority":9}""", ("service", $$"""{"routing":{{routing}}}""")));

    [Theory]
    [InlineData(5433, null)]
    [InlineData(5432, "app:services.api.tcpPorts[0].port: 5432 is already used by service: services share the network load balancer")]
    public void TcpPort_UsedTwice_IsRefused(int port, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Problems.Of(
            ("service", """{"tcpPorts":[{"port":5432}]}"""),
            ("services", $$$"""{"api":{"image":"api:1","tcpPorts":[{"port":{{{port}}}}]}}""")));

    [Theory]
    [InlineData("203.0.113.0/24", null)]
    [InlineData("203.0.113.7/24", "\"203.0.113.7/24\" is not in canonical form; use 203.0.113.0/24")]
    [InlineData("anywhere", "\"anywhere\" is not an IPv4 range; use one such as 203.0.113.0/24")]
    [InlineData("2001:db8::/32", "2001:db8::/32 is IPv6, but network.dualStack is off")]
    public void TcpPort_InvalidCidr_IsRefused(string cidr, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.tcpPorts[0].allowedCidrs: {problem}"],
        Problems.Of(("service", $$$"""{"tcpPorts":[{"port":5432,"allowedCidrs":["{{{cidr}}}"]}]}""")));

    [Theory]
    [InlineData("internal", "app:service.tcpPorts[0].allowedCidrs: 2001:db8::/32 is IPv6, but an internal network load balancer has only IPv4 addresses")]
    [InlineData("internetFacing", null)]
    public void TcpPort_Ipv6OnInternalLoadBalancer_IsRefused(string scheme, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Problems.Of(
            ("network", """{"dualStack":true}"""),
            ("networkLoadBalancer", $$"""{"scheme":"{{scheme}}"}"""),
            ("service", """{"tcpPorts":[{"port":5432,"allowedCidrs":["2001:db8::/32"]}]}""")));

    private static (string Key, string Json)[] SignIn(string authentication) =>
        [("domain", Blocks.Domain), ("authentication", Blocks.Cognito), ("authentication", authentication)];

    private static IReadOnlyList<string> Api(string routing, params (string Key, string Json)[] changes) =>
        Problems.Of([("services", $$$"""{"api":{"image":"api:1","containerPort":81,"routing":{{{routing}}}}}"""), .. changes]);
}
