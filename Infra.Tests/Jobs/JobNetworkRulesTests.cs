using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public sealed class JobNetworkRulesTests
{
    private const string Host = "\"networkMode\":\"host\",\"capacityProviders\":{\"big\":{\"weight\":1}}";

    private const string Ours = "\"allowedCidrs\":[\"203.0.113.7/32\"]";

    [Fact]
    public void HostNetwork_ForAManualJob_IsAccepted() => Assert.Empty(ProblemsOf($$"""{ {{Host}},"hostPorts":[{"port":80,{{Ours}}},{"port":5432,"allowedCidrs":[]}] }"""));

    [Theory]
    [InlineData("\"schedule\":{\"expression\":\"rate(1 day)\"}")]
    [InlineData("\"event\":{\"pattern\":\"{\\\"source\\\":[\\\"aws.ecr\\\"]}\"}")]
    public void HostNetwork_WithAScheduleOrEvent_IsRefused(string trigger) => Assert.Equal(
        ["app:jobs.report.networkMode: host cannot be combined with schedule or event, which start tasks in awsvpc mode"],
        ProblemsOf($$"""{ {{Host}},{{trigger}} }"""));

    [Fact]
    public void HostPorts_WithoutHostNetwork_AreRefused() => Assert.Equal(
        ["app:jobs.report.hostPorts: needs networkMode host"],
        ProblemsOf($$"""{"hostPorts":[{"port":80,{{Ours}}}]}"""));

    [Theory]
    [InlineData($"{{\"port\":80,{Ours}}},{{\"port\":80,{Ours}}}", "hostPorts: lists the same port twice")]
    [InlineData($"{{\"port\":22,{Ours}}}", "hostPorts[0].port: 22 is reserved on every instance for SSH, Docker or the ECS agent; use another port")]
    [InlineData("{\"port\":80}", "hostPorts[0].allowedCidrs: is required; use a list of text")]
    [InlineData("{\"port\":80,\"allowedCidrs\":[\"203.0.113.7\"]}", "hostPorts[0].allowedCidrs[0]: \"203.0.113.7\" is not an IPv4 range; use one such as 203.0.113.0/24")]
    public void HostPort_Invalid_IsRefused(string ports, string problem) =>
        Assert.Equal([$"app:jobs.report.{problem}"], ProblemsOf($$"""{ {{Host}},"hostPorts":[{{ports}}] }"""));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void HostPort_OpenToTheInternet_GivesAWarning(string everyone) => Assert.Contains(
        $"app:jobs.report.hostPorts[0].allowedCidrs: {everyone} admits the whole internet, without TLS and without sign-in; list your own addresses, such as 203.0.113.7/32",
        WarningsOf($$"""{ {{Host}},"hostPorts":[{"port":80,"allowedCidrs":["{{everyone}}"]}] }""", "public"));

    [Theory]
    [InlineData("public", false)]
    [InlineData("private", true)]
    public void HostPorts_OnPrivateInstances_GiveAWarning(string subnets, bool warned) => Assert.Equal(
        warned,
        WarningsOf($$"""{ {{Host}},"hostPorts":[{"port":80,{{Ours}}}] }""", subnets).Contains(
            "app:jobs.report.hostPorts: are reachable only from inside the network: the instances of big are in private subnets and have no public address"));

    [Theory]
    [InlineData("""{"containerPort":51678}""", 51_678)]
    [InlineData("""{"tcpPorts":[{"port":2376}]}""", 2376)]
    public void ServicePort_ReservedOnTheInstance_IsRefused(string service, int port) => Assert.Equal(
        [$"app:service.networkMode: {port} is reserved on every instance for SSH, Docker or the ECS agent; use another port"],
        Problems.Of([.. Instances("private"), ("service", $"{{{Host}}}"), ("service", service)]));

    private static (string Key, string Json)[] Instances(string subnets) =>
    [
        ("network", """{"natGateways":"single","dualStack":true}"""),
        ("cluster", $$$"""{"instances":{"big":{"instanceType":"m7i.large","maximumInstances":4,"subnets":"{{{subnets}}}"} } }"""),
    ];

    private static IReadOnlyList<string> ProblemsOf(string job) => Problems.Of([.. Instances("public"), ("jobs", $$"""{"report":{{job}} }""")]);

    private static IReadOnlyList<string> WarningsOf(string job, string subnets) => Problems.WarningsOf([.. Instances(subnets), ("jobs", $$"""{"report":{{job}} }""")]);
}
