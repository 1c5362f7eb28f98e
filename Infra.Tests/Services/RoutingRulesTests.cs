using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class RoutingRulesTests
{
    [Theory]
    [InlineData("""{"paths":["/api/*"],"priority":100}""")]
    [InlineData("""{"hosts":["api.example.com","*.example.org"],"priority":2}""")]
    [InlineData("""{"hosts":["a.com","b.com"],"paths":["/1","/2","/3"],"priority":49998}""")]
    public void FurtherService_ThatSaysWhatIsIts_IsAccepted(string routing) => Assert.Empty(Api(routing));

    [Theory]
    [InlineData("{}", "must say with hosts or paths which requests are this service's and not app:service's")]
    [InlineData("""{"priority":3}""", "must say with hosts or paths which requests are this service's and not app:service's")]
    [InlineData("""{"paths":["/api/*"]}""", "needs a priority")]
    [InlineData(
        """{"hosts":["a.com","b.com","c.com"],"paths":["/1","/2","/3"],"priority":9}""", "hosts and paths together may be 5, not 6")]
    public void FurtherService_ThatDoesNot_IsAProblem(string routing, string problem) =>
        Assert.Equal([$"app:services.api.routing: {problem}"], Api(routing));

    [Theory]
    [InlineData("{}", "must say with hosts or paths which requests are this service's: app:existingLoadBalancer has others too")]
    [InlineData("""{"routing":{"priority":9}}""", "must say with hosts or paths which requests are this service's: app:existingLoadBalancer has others too")]
    [InlineData("""{"routing":{"paths":["/shop/*"]}}""", "needs a priority")]
    [InlineData("""{"routing":{"paths":["/shop/*"],"priority":9}}""", null)]
    public void MainService_OnASharedListener_TakesItsOwnRequestsOnly(string service, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.routing: {problem}"],
        Problems.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("service", service)));

    [Fact]
    public void Routing_WithoutAPort_IsAProblem() => Assert.Equal(
        ["app:services.api.routing: needs a containerPort"],
        Problems.Of(("services", """{"api":{"image":"api:1","routing":{"paths":["/api/*"],"priority":9}}}""")));

    [Theory]
    [InlineData("""["/1","/2","/3","/4"]""", null)]
    [InlineData("""["/1","/2","/3","/4","/5"]""", "app:services.api.routing: hosts and authentication.publicPaths together may be 5, not 6")]
    public void PublicPaths_CountWithTheHosts(string publicPaths, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Api("""{"hosts":["shop.example.com"],"priority":9}""", [.. SignIn($$"""{"publicPaths":{{publicPaths}}}""")]));

    [Theory]
    [InlineData("[]", 9, null)]
    [InlineData("[]", 10, "10 is taken by services.api")]
    [InlineData("""["/hooks/*"]""", 10, "10 is taken by services.api; public paths, and deployments that move traffic, need the number before the priority too")]
    [InlineData("""["/hooks/*"]""", 11, "10 is taken by services.api; public paths, and deployments that move traffic, need the number before the priority too")]
    [InlineData("""["/hooks/*"]""", 9, "9 is taken by services.api; public paths, and deployments that move traffic, need the number before the priority too")]
    [InlineData("""["/hooks/*"]""", 8, null)]
    public void Priorities_AreEachTakenOnce(string publicPaths, int priority, string? problem)
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
    [InlineData("api.example.com", "api.example.com is no name of the domain and so has no certificate and no record; add it to domain.alternativeNames")]
    public void Hosts_AreNamesOfTheDomain(string host, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:services.api.routing.hosts[0]: {problem}"],
        Api($$"""{"hosts":["{{host}}"],"priority":9}""", ("domain", Blocks.Domain)));

    [Fact]
    public void Hosts_OfACertificateThatIsGiven_AreItsOwner() => Assert.Empty(Api(
        """{"hosts":["api.example.com"],"priority":9}""",
        ("domain", Blocks.Domain),
        ("domain", """{"certificateArn":"arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"}""")));

    [Theory]
    [InlineData("""{"priority":5}""", "app:service.routing.priority: 5 takes all requests before services.api is asked; take it out, and app:service comes last")]
    [InlineData("""{"priority":90}""", null)]
    [InlineData("""{"priority":5,"paths":["/front/*"]}""", null)]
    public void FirstService_WithoutConditions_ComesLast(string routing, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Api("""{"paths":["/api/*"],"priority":9}""", ("service", $$"""{"routing":{{routing}}}""")));

    [Theory]
    [InlineData(5433, null)]
    [InlineData(5432, "app:services.api.tcpPorts[0].port: 5432 is taken by service: services share the network load balancer")]
    public void TcpPorts_AreEachTakenOnce(int port, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Problems.Of(
            ("service", """{"tcpPorts":[{"port":5432}]}"""),
            ("services", $$$"""{"api":{"image":"api:1","tcpPorts":[{"port":{{{port}}}}]}}""")));

    [Theory]
    [InlineData("203.0.113.0/24", null)]
    [InlineData("203.0.113.7/24", "\"203.0.113.7/24\" is not in canonical form; use 203.0.113.0/24")]
    [InlineData("anywhere", "\"anywhere\" is not an IPv4 range; use one such as 203.0.113.0/24")]
    [InlineData("2001:db8::/32", "2001:db8::/32 is IPv6, but network.dualStack is off")]
    public void TcpPort_AllowedCidrs_AreRangesOfTheNetwork(string cidr, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.tcpPorts[0].allowedCidrs: {problem}"],
        Problems.Of(("service", $$$"""{"tcpPorts":[{"port":5432,"allowedCidrs":["{{{cidr}}}"]}]}""")));

    [Theory]
    [InlineData("internal", "app:service.tcpPorts[0].allowedCidrs: 2001:db8::/32 is IPv6, and an internal network load balancer has IPv4 addresses only")]
    [InlineData("internetFacing", null)]
    public void Ipv6_OfATcpPort_NeedsAPublicLoadBalancer(string scheme, string? problem) => Assert.Equal(
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
