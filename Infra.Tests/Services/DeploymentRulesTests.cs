using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>
/// The requirements of ECS for deployments that shift traffic.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
/// </summary>
public sealed class DeploymentRulesTests
{
    private const string SignInProblem = "cannot be combined with app:authentication: ECS shifts traffic only with listener rules that forward and do nothing else; "
        + "use rolling, or routing.signIn: false and let the application sign users in";

    [Theory]
    [InlineData("""{"strategy":"blueGreen"}""", "strategy")]
    [InlineData("""{"strategy":"linear"}""", "strategy")]
    [InlineData("""{"strategy":"canary"}""", "strategy")]
    [InlineData("""{"prepareShift":true}""", "prepareShift")]
    public void TrafficShift_WithSignIn_IsRefused(string deployment, string key)
    {
        Assert.Equal([$"app:service.deployment.{key}: {SignInProblem}"], SignIn(deployment, "{}"));
        Assert.Empty(SignIn(deployment, """{"routing":{"signIn":false}}"""));
    }

    [Fact]
    public void TrafficShift_WithPublicPaths_IsRefused() => Assert.Equal(
        [$"app:service.deployment.strategy: {SignInProblem}"],
        SignIn("""{"strategy":"canary"}""", "{}", ("authentication", """{"publicPaths":["/hooks/*"]}""")));

    [Theory]
    [InlineData("""{"strategy":"canary"}""", "strategy: requires containerPort: the load balancer shifts the traffic", """{"containerPort":null}""")]
    [InlineData("""{"prepareShift":true}""", "prepareShift: requires containerPort: the load balancer shifts the traffic", """{"containerPort":null}""")]
    [InlineData("""{"strategy":"blueGreen"}""", "strategy: cannot be combined with tcpPorts; use rolling, or move them to a separate service",
        """{"tcpPorts":[{"port":5000}]}""")]
    [InlineData("""{"strategy":"blueGreen"}""", "strategy: requires networkMode awsvpc: ECS shifts traffic only between target groups of type ip",
        """{"networkMode":"host","subnets":"private","capacityProviders":{"big":{"weight":1}}}""")]
    [InlineData("""{"strategy":"linear","prepareShift":true}""", "prepareShift: applies to strategy rolling only; the other strategies need no preparation", "{}")]
    [InlineData("""{"strategy":"linear","testListener":{"port":80,"allowedCidrs":["203.0.113.0/24"]}}""",
        "testListener.port: 80 is already used by the load balancer; use another port", "{}")]
    [InlineData("""{"strategy":"linear","testListener":{"port":8080,"allowedCidrs":["203.0.113.7/24"]}}""",
        "testListener.allowedCidrs[0]: \"203.0.113.7/24\" is not in canonical form; use 203.0.113.0/24", "{}")]
    [InlineData("""{"strategy":"linear","testListener":{"port":8080,"allowedCidrs":[]}}""",
        "testListener.allowedCidrs: is empty; use at least 1 item", "{}")]
    public void Deployment_InvalidCombination_IsRefused(string deployment, string problem, string service) => Assert.Equal(
        [$"app:service.deployment.{problem}"],
        Problems.Of(("cluster", $$"""{"instances":{"big":{{Blocks.Instances}} } }"""), ("network", """{"natGateways":"single"}"""), ("service", service), Deployment(deployment)));

    [Fact]
    public void TestListener_OnHttpsPort_IsRefusedWithDomain()
    {
        var deployment = Deployment("""{"strategy":"linear","testListener":{"port":443,"allowedCidrs":["203.0.113.0/24"]}}""");

        Assert.Empty(Problems.Of(deployment));
        Assert.Equal(
            ["app:service.deployment.testListener.port: 443 is already used by the load balancer; use another port"],
            Problems.Of(deployment, ("domain", Blocks.Domain)));
    }

    [Fact]
    public void TestListeners_WithSamePort_AreRefused()
    {
        const string Deploy = """{"strategy":"linear","testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""";

        Assert.Equal(
            ["app:services.api.deployment.testListener.port: 8443 is already used by service; use another port"],
            Problems.Of(
                Deployment(Deploy),
                ("services", $$$"""{"api":{"image":"a:1","containerPort":81,"routing":{"paths":["/api"],"priority":9},"deployment":{{{Deploy}}} } }""")));
    }

    [Fact]
    public void TestListener_OnExistingLoadBalancer_IsRefused() => Assert.Equal(
        ["app:service.deployment.testListener: cannot be combined with existingLoadBalancer: the stack adds only rules to it, no listeners"],
        Problems.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("service", Blocks.SharedService),
            Deployment("""{"strategy":"linear","testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""")));

    [Theory]
    [InlineData("""{"paths":["/api/*"],"priority":9}""", null)]
    [InlineData("""{"paths":["/api/*"],"priority":11}""", "10 is already used by services.api; public paths, and deployments that shift traffic, also use the number before the priority")]
    public void TrafficShift_UsesPriorityBefore(string web, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:services.web.routing.priority: {problem}"],
        Problems.Of(("services", $$$"""
            {"api":{"image":"a:1","containerPort":81,"routing":{"hosts":["a.com"],"priority":10}},
             "web":{"image":"w:1","containerPort":82,"routing":{{{web}}},"deployment":{"strategy":"canary"} } }
            """)));

    [Theory]
    [InlineData("""{"maximumPercent":150}""",
        "150 leaves no room for a second task, so each deployment stops the only one before it starts the next; use 200, or minimumHealthyPercent: 0 if that is intended")]
    [InlineData("""{"maximumPercent":150,"desiredCount":2}""", null)]
    [InlineData("""{"maximumPercent":100,"minimumHealthyPercent":0}""", null)]
    [InlineData("""{"maximumPercent":150,"deployment":{"strategy":"canary"}}""", null)]
    public void Deployment_ThatStopsOnlyTask_Warns(string service, string? warning) => Assert.Equal(
        warning is null ? [] : [$"app:service.maximumPercent: {warning}"], Warnings(("service", service)));

    [Fact]
    public void Deployment_LongerThanCredentials_Warns()
    {
        const string Warning = "app:service.deployment: takes 721 minutes, but AWS credentials expire after 720; "
            + "shorten bakeMinutes or the steps, or set waitForSteadyState: false";

        Assert.Equal([Warning], Warnings(Deployment("""{"strategy":"blueGreen","bakeMinutes":721}""")));
        Assert.Empty(Warnings(Deployment("""{"strategy":"blueGreen","bakeMinutes":720}""")));
        Assert.Empty(Warnings(Deployment("""{"strategy":"blueGreen","bakeMinutes":721}"""), ("service", """{"waitForSteadyState":false}""")));
    }

    private static (string Key, string Json) Deployment(string deployment) => ("service", $$"""{"deployment":{{deployment}}}""");

    private static IReadOnlyList<string> SignIn(string deployment, string service, params (string Key, string Json)[] changes) => Problems.Of(
        [("domain", Blocks.Domain), ("authentication", Blocks.Cognito), Deployment(deployment), ("service", service), .. changes]);

    private static string[] Warnings(params (string Key, string Json)[] changes) => [.. TestConfigs.With(changes).Warnings.Select(warning => $"{warning}")];
}
