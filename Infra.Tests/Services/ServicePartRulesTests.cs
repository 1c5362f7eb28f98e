using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>What a service may ask for only beside something else.</summary>
public sealed class ServicePartRulesTests
{
    private const string Namespace = """{"containerInsights":"disabled","namespace":"shop.internal"}""";

    [Theory]
    [InlineData("""{"deployment":{"strategy":"blueGreen"}}""", null)]
    [InlineData("""{"containerPort":null,"deployment":{"strategy":"blueGreen"}}""",
        "deployment.strategy: needs a containerPort: it moves traffic of the load balancer")]
    [InlineData("""{"deployment":{"strategy":"linear"},"tcpPorts":[{"port":5432}]}""",
        "deployment.strategy: cannot move the traffic of tcpPorts; use rolling, or a service of its own for them")]
    [InlineData("""{"deployment":{"rollbackOnAlarms":true}}""", "deployment.rollbackOnAlarms: needs app:alarms")]
    [InlineData("""{"discoveryName":"api"}""", "discoveryName: needs cluster.namespace, in which it is a name")]
    [InlineData("""{"tcpPorts":[{"port":5432},{"port":5432}]}""", "tcpPorts: name the same port twice")]
    [InlineData("""{"tcpPorts":[{"port":80}]}""", "tcpPorts: name 80, which is containerPort already")]
    [InlineData("""{"peerPorts":["4369","9100-9155"]}""", null)]
    [InlineData("""{"peerPorts":["9155-9100"]}""", "peerPorts[0]: 9155-9100 is not a range of ports; use 1 to 65535, the lower one first")]
    [InlineData("""{"peerPorts":["70000"]}""", "peerPorts[0]: 70000 is not a range of ports; use 1 to 65535, the lower one first")]
    public void Part_NeedsWhatItStandsOn(string service, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.{problem}"], Problems.Of(("service", service)));

    [Theory]
    [InlineData("{}", "{}", null)]
    [InlineData("{}", """{"containerPort":null}""", "needs a containerPort: the alarms watch requests")]
    [InlineData("""{"serverErrorsPercent":0,"responseTimeSeconds":0}""", "{}", "needs alarms.serverErrorsPercent or alarms.responseTimeSeconds")]
    [InlineData("""{"serverErrorsPercent":0}""", "{}", null)]
    public void RollbackOnAlarms_NeedsAlarmsOnRequests(string alarms, string service, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.deployment.rollbackOnAlarms: {problem}"],
        Problems.Of(("alarms", alarms), ("service", """{"deployment":{"rollbackOnAlarms":true}}"""), ("service", service)));

    [Fact]
    public void DiscoveryName_InANamespace_IsAccepted() =>
        Assert.Empty(Problems.Of(("cluster", Namespace), ("service", """{"discoveryName":"api"}""")));

    [Fact]
    public void DiscoveryName_WhileTrafficMoves_IsAProblem() => Assert.Equal(
        ["app:service.discoveryName: leads to both versions while the deployment moves traffic; use deployment.strategy rolling, or call the service by its URL"],
        Problems.Of(("cluster", Namespace), ("service", """{"discoveryName":"api","deployment":{"strategy":"canary"}}""")));

    [Theory]
    [InlineData("""{"discoveryName":"api"}""", "discoveryName: needs networkMode awsvpc: only then has a task an address of its own")]
    [InlineData("""{"migration":{"command":["up"]}}""", "migration: needs networkMode awsvpc")]
    public void Part_InTheNetworkOfAnInstance_IsAProblem(string service, string problem) => Assert.Equal(
        [$"app:service.{problem}"],
        Problems.Of(
            ("network", """{"natGateways":"single"}"""),
            ("cluster", Namespace),
            ("cluster", $$$"""{"instances":{"big":{{{Blocks.Instances}}}}}"""),
            ("service", """{"networkMode":"host","subnets":"private","capacityProviders":{"big":{"weight":1}}}"""),
            ("service", service)));

    [Theory]
    [InlineData("service", """{"desiredCount":5,"scaling":{"minimumTasks":1,"maximumTasks":4,"cpuPercent":60}}""",
        "service.desiredCount: 5 is not within scaling.minimumTasks 1 and maximumTasks 4, nor 0 for none until it is raised")]
    [InlineData("services", """{"api":{"image":"a:1","scaling":{"minimumTasks":1,"maximumTasks":4,"requestsPerTask":60}}}""",
        "services.api.scaling.requestsPerTask: needs an application load balancer in front of the service, which counts the requests")]
    [InlineData("services", """{"api":{"image":"a:1","scaling":{"minimumTasks":1,"maximumTasks":4,"backlogPerTask":{"queue":"play","messagesPerTask":1}}}}""",
        "services.api.scaling.backlogPerTask.queue: \"play\" is not in queues")]
    public void Scaling_OfEveryService_IsChecked(string key, string block, string problem) =>
        Assert.Equal([$"app:{problem}"], Problems.Of((key, block), ("queues", """{"work":{}}""")));

    [Fact]
    public void Backlog_OfAFifoQueue_IsAccepted() => Assert.Empty(Problems.Of(
        ("queues", """{"work":{"fifo":true}}"""),
        ("service", """{"scaling":{"minimumTasks":1,"maximumTasks":4,"backlogPerTask":{"queue":"work","messagesPerTask":1}}}""")));

    [Fact]
    public void Night_OfADatabaseInTwoZones_IsAccepted() => Assert.Empty(Problems.Of(
        ("offHours", Blocks.OffHours), ("database", Blocks.Database), ("database", """{"multiAz":true}""")));
}
