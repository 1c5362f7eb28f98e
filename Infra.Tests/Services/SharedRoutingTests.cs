using Infra.Tests.Support;

namespace Infra.Tests.Services;

public class SharedRoutingTests
{
    [Fact]
    public async Task Rule_WithHosts_HasHostCondition() => ResourceAssert.Inputs(
        """
        {
          "listenerArn": "arn:Listener:shop-lb-http",
          "priority": 100,
          "conditions": [{"hostHeader": {"values": ["api.example.com", "*.api.example.com"]}}],
          "actions": [{"type": "forward", "targetGroupArn": "arn:TargetGroup:shop-service-api"}]
        }
        """,
        await Rule("""{"hosts":["api.example.com","*.api.example.com"],"priority":100}"""));

    [Fact]
    public async Task Rule_WithPaths_HasPathCondition() => ResourceAssert.Inputs(
        """
        {
          "listenerArn": "arn:Listener:shop-lb-http",
          "priority": 7,
          "conditions": [{"pathPattern": {"values": ["/api", "/api/*"]}}],
          "actions": [{"type": "forward", "targetGroupArn": "arn:TargetGroup:shop-service-api"}]
        }
        """,
        await Rule("""{"paths":["/api","/api/*"],"priority":7}"""));

    [Fact]
    public async Task Rule_WithHostsAndPaths_HasTwoConditions()
    {
        var rule = await Rule("""{"hosts":["api.example.com"],"paths":["/v1/*"],"priority":7}""");

        Assert.Equal(2, rule.List("conditions").Length);
        Assert.Equal(["api.example.com"], rule.Strings("conditions[0].hostHeader.values"));
        Assert.Equal(["/v1/*"], rule.Strings("conditions[1].pathPattern.values"));
    }

    [Theory]
    [InlineData(true, "authenticate-cognito")]
    [InlineData(false, "forward")]
    public async Task Rule_SignIn_IsPerService(bool signIn, string firstAction)
    {
        var routing = $$"""{"paths":["/api/*"],"priority":7,"signIn":{{(signIn ? "true" : "false")}}}""";
        var run = await Run(routing, ("domain", Blocks.Domain), ("authentication", Blocks.Cognito));

        Assert.Equal(firstAction, run.Find<Lb.ListenerRule>("shop-rules-7")["actions[0].type"]);
        Assert.Equal("authenticate-cognito", run.Find<Lb.ListenerRule>("shop-rules-50000")["actions[0].type"]);
    }

    [Theory]
    [InlineData("""{"paths":["/api/*"],"priority":7}""", "/api/hooks/*")]
    [InlineData("""{"paths":["/api/hooks/a","/web"],"priority":7}""", "/api/hooks/a")]
    [InlineData("""{"hosts":["shop.example.com"],"priority":7}""", "/hooks/* /api/hooks/*")]
    [InlineData("""{"paths":["/web/*"],"priority":7}""", null)]
    [InlineData("""{"paths":["/api/*"],"priority":7,"signIn":false}""", null)]
    public async Task PublicPaths_AreLimitedToPathsOfService(string routing, string? expected)
    {
        var run = await Run(
            routing, ("domain", Blocks.Domain), ("authentication", Blocks.Cognito), ("authentication", """{"publicPaths":["/hooks/*","/api/hooks/*"]}"""));

        var rule = run.All<Lb.ListenerRule>().SingleOrDefault(rule => rule.Name == "shop-rules-6");
        Assert.Equal(expected, rule is null ? null : string.Join(' ', rule.Strings($"conditions[{rule.List("conditions").Length - 1}].pathPattern.values")));
        Assert.Equal(expected is null ? null : 6.0, rule?["priority"]);
        Assert.Equal(["/hooks/*", "/api/hooks/*"], run.Find<Lb.ListenerRule>("shop-rules-49999").Strings("conditions[0].pathPattern.values"));
    }

    private static async Task<RegisteredResource> Rule(string routing) => (await Run(routing)).All<Lb.ListenerRule>().Single(rule => rule.Name != "shop-rules-50000");

    private static Task<StackRun> Run(string routing, params (string Key, string Json)[] changes) => ServiceRun.Of(
        "{}", [("services", $$$"""{"api":{"image":"api:1","containerPort":81,"routing":{{{routing}}}}}"""), .. changes]);
}
