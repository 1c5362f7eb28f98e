using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>Keys of a service beside others of it.</summary>
public sealed class ServiceEffectsTests
{
    private const string NoPort = """{"containerPort":null}""";
    private const string TcpPort = """{"containerPort":null,"tcpPorts":[{"port":5432}]}""";
    private const string NobodyChecks = "needs a containerPort or tcpPorts: no load balancer is in front of this service";
    private const string OnlyConnections = "needs a containerPort: of tcpPorts only the connection is checked";
    private const string NoSteps = "which moves no traffic in steps; it is for linear and canary";

    [Theory]
    [InlineData(NoPort, """{"healthCheck":{"path":"/health"}}""", $"healthCheck: {NobodyChecks}")]
    [InlineData(NoPort, """{"healthCheckGracePeriodSeconds":60}""", $"healthCheckGracePeriodSeconds: {NobodyChecks}")]
    [InlineData(NoPort, """{"deregistrationDelaySeconds":10}""", $"deregistrationDelaySeconds: {NobodyChecks}")]
    [InlineData(NoPort, """{"routing":{"paths":["/a"]}}""", "routing: needs a containerPort")]
    [InlineData(TcpPort, """{"healthCheck":{"path":"/health"}}""", $"healthCheck.path: {OnlyConnections}")]
    [InlineData(TcpPort, """{"healthCheck":{"statusCodes":"200"}}""", $"healthCheck.statusCodes: {OnlyConnections}")]
    [InlineData(TcpPort, """{"healthCheck":{"timeoutSeconds":7},"healthCheckGracePeriodSeconds":9,"deregistrationDelaySeconds":10}""", null)]
    [InlineData("{}", """{"healthCheck":{"path":"/health"},"healthCheckGracePeriodSeconds":9,"deregistrationDelaySeconds":10}""", null)]
    public void HealthCheck_OfAnUncheckedService_IsRefused(string service, string changes, string? problem) => Assert.Equal(
        Answers.Expected(problem is null ? null : $"refused: app:service.{problem}"), Answers.Of(("service", service), ("service", changes)));

    [Theory]
    [InlineData("""{"healthCheck":{"intervalSeconds":20}}""", "healthCheck")]
    [InlineData("""{"deregistrationDelaySeconds":10}""", "deregistrationDelaySeconds")]
    [InlineData("""{"healthCheck":{"path":"/health"},"tcpPorts":[{"port":5432}]}""", "healthCheck.path")]
    [InlineData("""{"healthCheck":{"intervalSeconds":20},"tcpPorts":[{"port":5432}]}""", null)]
    public void HealthCheck_OfATargetGroupThatExists_IsRefused(string service, string? key) => Assert.Equal(
        Answers.Expected(key is null
            ? null
            : $"refused: app:service.{key}: belongs to the target group, which exists already: existingLoadBalancer.targetGroupArn"),
        Answers.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("existingLoadBalancer", """{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b"}"""),
            ("service", service)));

    [Theory]
    [InlineData("""{"bakeMinutes":5}""",
        "refused: app:service.deployment.bakeMinutes: has no effect with strategy rolling, which keeps no old version ready; "
            + "it is for blueGreen, linear and canary")]
    [InlineData("""{"strategy":"rolling","bakeMinutes":5}""",
        "warned: app:service.deployment.bakeMinutes: has no effect with strategy rolling, which keeps no old version ready; "
            + "it is for blueGreen, linear and canary")]
    [InlineData("""{"prepareShift":true,"bakeMinutes":5}""",
        "refused: app:service.deployment.bakeMinutes: has no effect with strategy rolling, which keeps no old version ready; "
            + "it is for blueGreen, linear and canary")]
    [InlineData("""{"testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""",
        "refused: app:service.deployment.testListener: has no effect with strategy rolling, which has no second version to test; "
            + "it is for blueGreen, linear and canary")]
    [InlineData("""{"prepareShift":true,"testListener":{"port":8443,"allowedCidrs":["203.0.113.0/24"]}}""", null)]
    [InlineData("""{"stepMinutes":5}""", $"refused: app:service.deployment.stepMinutes: has no effect with strategy rolling, {NoSteps}")]
    [InlineData("""{"strategy":"blueGreen","stepPercent":10}""",
        $"warned: app:service.deployment.stepPercent: has no effect with strategy blueGreen, {NoSteps}")]
    [InlineData("""{"strategy":"blueGreen","bakeMinutes":5}""", null)]
    [InlineData("""{"strategy":"linear","bakeMinutes":5,"stepPercent":10,"stepMinutes":5}""", null)]
    [InlineData("""{"strategy":"canary","bakeMinutes":5,"stepPercent":10,"stepMinutes":5}""", null)]
    public void Deployment_NumbersOfAnotherStrategy_AreAnswered(string deployment, string? answer) => Assert.Equal(
        Answers.Expected(answer), Answers.Of(("service", $$"""{"deployment":{{deployment}} }""")));

    [Theory]
    [InlineData(""" "cpuPercent":60,"scaleInCooldownSeconds":60,"scaleOutCooldownSeconds":30 """, null)]
    [InlineData($$""" {{Night}},"scaleOutCooldownSeconds":30 """,
        "refused: app:service.scaling.scaleOutCooldownSeconds: needs something that adds tasks by load; schedules only set limits")]
    [InlineData($$""" "steps":{ {{Step}} } },"scaleOutCooldownSeconds":30 """, null)]
    [InlineData($$""" "steps":{ {{Step}} } },"scaleInCooldownSeconds":30 """,
        "refused: app:service.scaling.scaleInCooldownSeconds: needs something that takes tasks away by load: a percentage, requestsPerTask, "
            + "backlogPerTask, metrics or a step with scaleInBelowValue")]
    [InlineData($$""" "steps":{ {{Step}},"removeTasks":2} } """,
        "refused: app:service.scaling.steps.rush.removeTasks: needs scaleInBelowValue: without it no tasks are taken away")]
    [InlineData($$""" "steps":{ {{Step}},"removeTasks":2,"scaleInBelowValue":20} },"scaleInCooldownSeconds":30 """, null)]
    [InlineData(""" "cpuPercent":60,"maximumTasks":1 """,
        "warned: app:service.scaling.maximumTasks: 1 is minimumTasks too, so that the number of tasks never changes")]
    [InlineData($$""" {{Night}},"cpuPercent":60,"maximumTasks":1 """, null)]
    public void Scaling_OfWhatDoesNotScale_IsAnswered(string scaling, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(("service", $$$"""{"scaling":{"minimumTasks":1{{{(scaling.Contains("maximumTasks\":1 ", StringComparison.Ordinal) ? "" : ",\"maximumTasks\":4")}}},{{{scaling}}}}}""")));

    private const string Step = """ "rush":{"metric":"cpu","scaleOut":[{"aboveValue":80,"addTasks":1}]""";
    private const string Night = """ "schedules":{"night":{"expression":"rate(1 day)","minimumTasks":1,"maximumTasks":2}}""";
}
