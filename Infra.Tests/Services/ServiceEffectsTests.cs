using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class ServiceEffectsTests
{
    private const string NoPort = """{"containerPort":null}""";
    private const string TcpPort = """{"containerPort":null,"tcpPorts":[{"port":5432}]}""";
    private const string NoLoadBalancer = "requires containerPort or tcpPorts: this service has no load balancer";
    private const string TcpOnly = "requires containerPort: health checks of tcpPorts use TCP";
    private const string NoSteps = "it applies to linear and canary";

    [Theory]
    [InlineData(NoPort, """{"healthCheck":{"path":"/health"}}""", $"healthCheck: {NoLoadBalancer}")]
    [InlineData(NoPort, """{"healthCheckGracePeriodSeconds":60}""", $"healthCheckGracePeriodSeconds: {NoLoadBalancer}")]
    [InlineData(NoPort, """{"deregistrationDelaySeconds":10}""", $"deregistrationDelaySeconds: {NoLoadBalancer}")]
    [InlineData(NoPort, """{"routing":{"paths":["/a"]}}""", "routing: requires containerPort")]
    [InlineData(TcpPort, """{"healthCheck":{"path":"/health"}}""", $"healthCheck.path: {TcpOnly}")]
    [InlineData(TcpPort, """{"healthCheck":{"statusCodes":"200"}}""", $"healthCheck.statusCodes: {TcpOnly}")]
    [InlineData(TcpPort, """{"healthCheck":{"timeoutSeconds":7},"healthCheckGracePeriodSeconds":9,"deregistrationDelaySeconds":10}""", null)]
    [InlineData("{}", """{"healthCheck":{"path":"/health"},"healthCheckGracePeriodSeconds":9,"deregistrationDelaySeconds":10}""", null)]
    public void HealthCheck_WithoutLoadBalancer_IsRefused(string service, string changes, string? problem) => Assert.Equal(
        Answers.Expected(problem is null ? null : $"refused: app:service.{problem}"), Answers.Of(("service", service), ("service", changes)));

    [Theory]
    [InlineData("""{"healthCheck":{"intervalSeconds":20}}""", "healthCheck")]
    [InlineData("""{"deregistrationDelaySeconds":10}""", "deregistrationDelaySeconds")]
    [InlineData("""{"healthCheck":{"path":"/health"},"tcpPorts":[{"port":5432}]}""", "healthCheck.path")]
    [InlineData("""{"healthCheck":{"intervalSeconds":20},"tcpPorts":[{"port":5432}]}""", null)]
    public void HealthCheck_OfExistingTargetGroup_IsRefused(string service, string? key) => Assert.Equal(
        Answers.Expected(key is null
            ? null
            : $"refused: app:service.{key}: has no effect with existingLoadBalancer.targetGroupArn: set it on that target group"),
        Answers.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("existingLoadBalancer", """{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b"}"""),
            ("service", service)));

    [Theory]
    [InlineData("""{"bakeMinutes":5}""",
        "refused: app:service.deployment.bakeMinutes: has no effect with strategy rolling; "
            + "it applies to blueGreen, linear and canary")]
    [InlineData("""{"strategy":"rolling","bakeMinutes":5}""",
        "warned: app:service.deployment.bakeMinutes: has no effect with strategy rolling; "
            + "it applies to blueGreen, linear and canary")]
    [InlineData("""{"prepareShift":true,"bakeMinutes":5}""",
        "refused: app:service.deployment.bakeMinutes: has no effect with strategy rolling; "
            + "it applies to blueGreen, linear and canary")]
    [InlineData("""{"testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""",
        "refused: app:service.deployment.testListener: has no effect with strategy rolling; "
            + "it applies to blueGreen, linear and canary")]
    [InlineData("""{"prepareShift":true,"testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""", null)]
    [InlineData("""{"stepMinutes":5}""", $"refused: app:service.deployment.stepMinutes: has no effect with strategy rolling; {NoSteps}")]
    [InlineData("""{"strategy":"blueGreen","stepPercent":10}""",
        $"warned: app:service.deployment.stepPercent: has no effect with strategy blueGreen; {NoSteps}")]
    [InlineData("""{"strategy":"blueGreen","bakeMinutes":5}""", null)]
    [InlineData("""{"strategy":"linear","bakeMinutes":5,"stepPercent":10,"stepMinutes":5}""", null)]
    [InlineData("""{"strategy":"canary","bakeMinutes":5,"stepPercent":10,"stepMinutes":5}""", null)]
    public void DeploymentKeys_OfOtherStrategy_AreReported(string deployment, string? answer) => Assert.Equal(
        Answers.Expected(answer), Answers.Of(("service", $$"""{"deployment":{{deployment}} }""")));

    [Theory]
    [InlineData(""" "cpuPercent":60,"scaleInCooldownSeconds":60,"scaleOutCooldownSeconds":30 """, null)]
    [InlineData($$""" {{Schedule}},"scaleOutCooldownSeconds":30 """,
        "refused: app:service.scaling.scaleOutCooldownSeconds: requires cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, metrics or steps: schedules only set limits")]
    [InlineData($$""" "steps":{ {{Step}} } },"scaleOutCooldownSeconds":30 """, null)]
    [InlineData($$""" "steps":{ {{Step}} } },"scaleInCooldownSeconds":30 """,
        "refused: app:service.scaling.scaleInCooldownSeconds: requires cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, "
            + "metrics or a step with scaleInBelowValue: nothing else removes tasks")]
    [InlineData($$""" "steps":{ {{Step}},"removeTasks":2} } """,
        "refused: app:service.scaling.steps.rush.removeTasks: requires scaleInBelowValue: without it no tasks are removed")]
    [InlineData($$""" "steps":{ {{Step}},"removeTasks":2,"scaleInBelowValue":20} },"scaleInCooldownSeconds":30 """, null)]
    [InlineData(""" "cpuPercent":60,"maximumTasks":1 """,
        "warned: app:service.scaling.maximumTasks: 1 equals minimumTasks, so the number of tasks never changes")]
    [InlineData($$""" {{Schedule}},"cpuPercent":60,"maximumTasks":1 """, null)]
    public void ScalingKeys_WithoutEffect_AreReported(string scaling, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(("service", $$$"""{"scaling":{"minimumTasks":1{{{(scaling.Contains("maximumTasks\":1 ", StringComparison.Ordinal) ? "" : ",\"maximumTasks\":4")}}},{{{scaling}}}}}""")));

    private const string Step = """ "rush":{"metric":"cpu","scaleOut":[{"aboveValue":80,"addTasks":1}]""";
    private const string Schedule = """ "schedules":{"night":{"expression":"rate(1 day)","minimumTasks":1,"maximumTasks":2}}""";
}
