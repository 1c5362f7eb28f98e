using Infra.Tests.Support;

namespace Infra.Tests.Services;

public class ServiceRoutingTests
{
    private const string Forward = """{"type":"forward","targetGroupArn":"arn:TargetGroup:shop"}""";

    [Fact]
    public async Task TargetGroup_MinimalConfiguration_HasDefaultsAndNoFixedName() => ResourceAssert.Inputs(
        """
        {
          "vpcId": "vpc-0a000000",
          "targetType": "ip",
          "protocol": "HTTP",
          "port": 80,
          "deregistrationDelay": 30,
          "healthCheck": {
            "enabled": true,
            "protocol": "HTTP",
            "port": "traffic-port",
            "path": "/",
            "matcher": "200",
            "interval": 10,
            "timeout": 5,
            "healthyThreshold": 2,
            "unhealthyThreshold": 3
          }
        }
        """,
        (await ServiceRun.Of("{}")).Single<Lb.TargetGroup>());

    [Theory]
    [InlineData("""{"containerPort":8080}""", "port", 80.0)] // another port would be another, empty group
    [InlineData("""{"deregistrationDelaySeconds":5}""", "deregistrationDelay", 5.0)]
    [InlineData("""{"healthCheck":{"path":"/health"}}""", "healthCheck.path", "/health")]
    [InlineData("""{"healthCheck":{"statusCodes":"200-399"}}""", "healthCheck.matcher", "200-399")]
    [InlineData("""{"healthCheck":{"intervalSeconds":30}}""", "healthCheck.interval", 30.0)]
    [InlineData("""{"healthCheck":{"timeoutSeconds":9}}""", "healthCheck.timeout", 9.0)]
    [InlineData("""{"healthCheck":{"healthyThreshold":4}}""", "healthCheck.healthyThreshold", 4.0)]
    [InlineData("""{"healthCheck":{"unhealthyThreshold":9}}""", "healthCheck.unhealthyThreshold", 9.0)]
    public async Task TargetGroup_Option_SetsInput(string changes, string input, object expected) =>
        Assert.Equal(expected, (await ServiceRun.Of(changes)).Single<Lb.TargetGroup>()[input]);

    [Fact]
    public async Task Rules_WithoutAuthentication_ForwardEverything()
    {
        var rule = (await ServiceRun.Of("{}")).Single<Lb.ListenerRule>();

        Assert.Equal("shop-rules-50000", rule.Name);
        ResourceAssert.Inputs(
            $$"""
            {
              "listenerArn": "arn:Listener:shop-lb-http",
              "priority": 50000,
              "conditions": [{"pathPattern": {"values": ["/*"]} }],
              "actions": [{{Forward}}]
            }
            """,
            rule);
    }

    [Fact]
    public async Task Rules_WithAuthentication_AuthenticateThenForward()
    {
        var rule = (await ServiceRun.Of("{}", ("domain", Blocks.Domain), ("authentication", Blocks.Cognito))).Single<Lb.ListenerRule>();

        Assert.Equal(2, rule.List("actions").Length);
        Assert.Equal("authenticate-cognito", rule["actions[0].type"]);
        Assert.Equal("forward", rule["actions[1].type"]);
        Assert.Equal("arn:TargetGroup:shop", rule["actions[1].targetGroupArn"]);
    }

    [Fact]
    public async Task Rules_WithPublicPaths_ForwardThemFirst()
    {
        var run = await ServiceRun.Of(
            "{}", ("domain", Blocks.Domain), ("authentication", Blocks.Cognito), ("authentication", """{"publicPaths":["/hooks/*","/ping"]}"""));

        Assert.Equal(2, run.All<Lb.ListenerRule>().Count);
        Assert.Equal("authenticate-cognito", run.Find<Lb.ListenerRule>("shop-rules-50000")["actions[0].type"]);
        ResourceAssert.Inputs(
            $$"""
            {
              "listenerArn": "arn:Listener:shop-lb-http",
              "priority": 49999,
              "conditions": [{"pathPattern": {"values": ["/hooks/*", "/ping"]} }],
              "actions": [{{Forward}}]
            }
            """,
            run.Find<Lb.ListenerRule>("shop-rules-49999"));
    }
}
