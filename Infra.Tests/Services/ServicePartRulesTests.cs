using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class ServicePartRulesTests
{
    private const string Namespace = """{"containerInsights":"disabled","namespace":"shop.internal"}""";

    [Theory]
    [InlineData("""{"deployment":{"strategy":"blueGreen"}}""", null)]
    [InlineData("""{"containerPort":null,"deployment":{"strategy":"blueGreen"}}""",
        "deployment.strategy: requires containerPort: the load balancer shifts the traffic")]
    [InlineData("""{"deployment":{"strategy":"linear"},"tcpPorts":[{"port":5432}]}""",
        "deployment.strategy: cannot be combined with tcpPorts; use rolling, or move them to a separate service")]
    [InlineData("""{"deployment":{"rollbackOnAlarms":true}}""", "deployment.rollbackOnAlarms: requires app:alarms")]
    [InlineData("""{"discoveryName":"api"}""", "discoveryName: requires cluster.namespace")]
    [InlineData("""{"tcpPorts":[{"port":5432},{"port":5432}]}""", "tcpPorts: contains the same port twice")]
    [InlineData("""{"tcpPorts":[{"port":80}]}""", "tcpPorts: contains 80, which is already the containerPort")]
    [InlineData("""{"peerPorts":["4369","9100-9155"]}""", null)]
    [InlineData("""{"peerPorts":["9155-9100"]}""", "peerPorts[0]: 9155-9100 is not a port range; use ports from 1 to 65535, the lower one first")]
    [InlineData("""{"peerPorts":["70000"]}""", "peerPorts[0]: 70000 is not a port range; use ports from 1 to 65535, the lower one first")]
    public void Keys_WithoutRequiredKeys_AreRefused(string service, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.{problem}"], Problems.Of(("service", service)));

    [Theory]
    [InlineData("{}", "{}", null)]
    [InlineData("{}", """{"containerPort":null}""", "requires containerPort: the alarms measure requests")]
    [InlineData("""{"serverErrorsPercent":0,"responseTimeSeconds":0}""", "{}", "requires alarms.serverErrorsPercent or alarms.responseTimeSeconds")]
    [InlineData("""{"serverErrorsPercent":0}""", "{}", null)]
    public void RollbackOnAlarms_WithoutRequestAlarms_IsRefused(string alarms, string service, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.deployment.rollbackOnAlarms: {problem}"],
        Problems.Of(("alarms", alarms), ("service", """{"deployment":{"rollbackOnAlarms":true}}"""), ("service", service)));

    [Fact]
    public void DiscoveryName_UsedTwice_IsRefused() => Assert.Equal(
        ["app:services.worker.discoveryName: api is already the discoveryName of service"],
        Problems.Of(
            ("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}"""),
            ("service", """{"discoveryName":"api"}"""),
            ("services", """{"other":{"image":"worker:1","discoveryName":"other"},"worker":{"image":"worker:1","discoveryName":"api"}}""")));

    [Fact]
    public void DiscoveryName_WithNamespace_IsAccepted() =>
        Assert.Empty(Problems.Of(("cluster", Namespace), ("service", """{"discoveryName":"api"}""")));

    [Fact]
    public void DiscoveryName_WithTrafficShift_IsRefused() => Assert.Equal(
        ["app:service.discoveryName: resolves to both versions while a deployment shifts traffic; use deployment.strategy rolling, or call the service by its URL"],
        Problems.Of(("cluster", Namespace), ("service", """{"discoveryName":"api","deployment":{"strategy":"canary"}}""")));

    [Theory]
    [InlineData("""{"discoveryName":"api"}""", "discoveryName: requires networkMode awsvpc: with host, tasks share the address of their instance")]
    [InlineData("""{"migration":{"command":["up"]}}""", "migration: requires networkMode awsvpc")]
    public void Keys_InHostMode_AreRefused(string service, string problem) => Assert.Equal(
        [$"app:service.{problem}"],
        Problems.Of(
            ("network", """{"natGateways":"single"}"""),
            ("cluster", Namespace),
            ("cluster", $$$"""{"instances":{"big":{{{Blocks.Instances}}}}}"""),
            ("service", """{"networkMode":"host","subnets":"private","capacityProviders":{"big":{"weight":1}}}"""),
            ("service", service)));

    [Theory]
    [InlineData("service", """{"desiredCount":5,"scaling":{"minimumTasks":1,"maximumTasks":4,"cpuPercent":60}}""",
        "service.desiredCount: 5 is not within scaling.minimumTasks 1 and maximumTasks 4; use a number in that range, or 0 to stop the service")]
    [InlineData("services", """{"api":{"image":"a:1","scaling":{"minimumTasks":1,"maximumTasks":4,"requestsPerTask":60}}}""",
        "services.api.scaling.requestsPerTask: requires containerPort and a target group of this stack, where the load balancer counts requests")]
    [InlineData("services", """{"api":{"image":"a:1","scaling":{"minimumTasks":1,"maximumTasks":4,"backlogPerTask":{"queue":"play","messagesPerTask":1}}}}""",
        "services.api.scaling.backlogPerTask.queue: play is not in app:queues; use work")]
    public void Scaling_OfAnyService_IsChecked(string key, string block, string problem) =>
        Assert.Equal([$"app:{problem}"], Problems.Of((key, block), ("queues", """{"work":{}}""")));

    [Fact]
    public void Backlog_FifoQueue_IsAccepted() => Assert.Empty(Problems.Of(
        ("queues", """{"work":{"fifo":true}}"""),
        ("service", """{"scaling":{"minimumTasks":1,"maximumTasks":4,"backlogPerTask":{"queue":"work","messagesPerTask":1}}}""")));

    [Fact]
    public void OffHours_MultiAzDatabase_IsAccepted() => Assert.Empty(Problems.Of(
        ("offHours", Blocks.OffHours), ("database", Blocks.Database), ("database", """{"multiAz":true}""")));
}
