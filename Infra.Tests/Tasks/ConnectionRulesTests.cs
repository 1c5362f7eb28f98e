using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class ConnectionRulesTests
{
    private const string Cluster = """{"containerInsights":"disabled","namespace":"shop.internal"}""";

    private const string Services = """
        {
          "admin": {"image":"admin:1","discoveryName":"admin"},
          "api": {"image":"api:1","containerPort":8080,"discoveryName":"backend","routing":{"hosts":["api.example.com"],"priority":100}},
          "hidden": {"image":"hidden:1"}
        }
        """;

    [Theory]
    [InlineData("api")]
    [InlineData("api:9090")]
    [InlineData("admin:9100-9155")]
    public void Call_ServiceWithDiscoveryNameAndPort_IsAccepted(string call) => Assert.Empty(Of(call));

    [Theory]
    [InlineData("apo", "apo is not in app:services; did you mean api?")]
    [InlineData("admin", "admin has no containerPort; add a port, such as admin:9090")]
    [InlineData("hidden:9090", "hidden has no discoveryName, so its tasks cannot be found; set services.hidden.discoveryName")]
    [InlineData("service", "service is the service itself; use peerPorts for connections between its tasks")]
    [InlineData("api:70000", "api:70000 does not end with a port or port range; use ports from 1 to 65535, the lower one first")]
    public void Call_UnreachableTarget_IsRefused(string call, string problem) =>
        Assert.Equal([$"app:service.calls[0]: {problem}"], Of(call));

    [Fact]
    public void Call_WithoutDiscoveryName_IsAcceptedWithPeerDiscovery() => Assert.Empty(Problems.Of(
        ("services", """{"hidden":{"image":"hidden:1"}}"""), ("service", """{"calls":["hidden:9090"],"peerDiscovery":true}""")));

    [Fact]
    public void Call_ServiceInHostMode_IsRefused() => Assert.Equal(
        ["app:service.calls[0]: host has networkMode host, so its tasks cannot be found by name; set its networkMode to awsvpc"],
        Problems.Of(
            ("network", """{"natGateways":"single"}"""),
            ("cluster", """{"containerInsights":"disabled","instances":{"big":{"instanceType":"t3.large","maximumInstances":2,"subnets":"private"}}}"""),
            ("services", """{"host":{"image":"host:1","networkMode":"host","capacityProviders":{"big":{"weight":1}}}}"""),
            ("service", """{"calls":["host:9090"]}""")));

    [Fact]
    public void Call_AmbiguousName_IsRefused() => Assert.Equal(
        ["app:jobs.night.calls[0]: service is ambiguous: both app:service and app:services.service exist; rename the second"],
        Problems.Of(
            ("services", """{"service":{"image":"other:1"}}"""), ("jobs", """{"night":{"calls":["service"]}}""")));

    [Theory]
    [InlineData("http://${discovery.backend}:8080")]
    [InlineData("http://backend.shop.internal:8080/v1")]
    public void Environment_NamesServiceMissingInCalls_Warns(string url) => Assert.Equal(
        ["app:service.environment: refers to backend, but no connection to it is allowed; add api to service.calls"],
        Problems.WarningsOf(("cluster", Cluster), ("services", Services), ("service", $$$"""{"environment":{"URL":"{{{url}}}"}}""")));

    [Fact]
    public void Environment_NamesCalledServiceOrItself_IsAccepted() => Assert.Empty(Problems.WarningsOf(
        ("cluster", Cluster),
        ("services", """{"api":{"image":"api:1","discoveryName":"backend","environment":{"SELF":"${discovery.backend}"}}}"""),
        ("service", """{"environment":{"URL":"http://${discovery.backend}:8080"},"calls":["api:8080"]}""")));

    [Fact]
    public void Database_NotUsed_Warns() => Assert.Equal(
        ["app:database: is not used by any task, so nothing can connect to it; add database to uses of the service that needs it"],
        Problems.WarningsOf(("database", Blocks.Database)));

    [Theory]
    [InlineData("""{"uses":["database"]}""")]
    [InlineData("""{"secrets":{"PASSWORD":{"from":"database.password"}}}""")]
    [InlineData("""{"environment":{"HOST":"${database.host}"}}""")]
    [InlineData("""{"permissions":[{"actions":["rds-db:connect"],"resources":["arn:aws:rds-db:${aws.region}:${aws.accountId}:dbuser:*/${database.username}"]}]}""")]
    public async Task Database_Used_AllowsConnectionsFromTask(string service)
    {
        var config = TestConfigs.With(("database", Blocks.Database), ("service", service), ("jobs", """{"night":{}}"""));

        Assert.Empty(config.Warnings);
        Assert.Equal(
            ["shop-security-service-to-database-5432"],
            (await StackRun.Of(config)).All<Vpc.SecurityGroupIngressRule>()
                .Where(rule => rule["securityGroupId"] is "SecurityGroup:shop-security-database")
                .Select(rule => rule.Name));
    }

    [Fact]
    public void Uses_PartMissing_IsRefused() => Assert.Equal(
        ["app:jobs.night.uses[0]: this stack has no app:database to connect to"], Problems.Of(("jobs", """{"night":{"uses":["database"]}}""")));

    [Fact]
    public void Uses_ImpliedBySecret_Warns() => Assert.Equal(
        ["app:service.uses[0]: is redundant: the secrets or ${…} of this task already refer to database"],
        Problems.WarningsOf(("database", Blocks.Database), ("service", """{"uses":["database"],"secrets":{"URL":{"from":"database.url"}}}""")));

    [Theory]
    [InlineData("databse", "databse is not a part that tasks connect to; did you mean database?")]
    [InlineData("storage", "storage is not a part that tasks connect to; use database or cache")]
    public void Uses_UnknownPart_IsRefused(string name, string problem) => Assert.Equal(
        [$"app:service.uses[0]: {problem}"], Problems.Of(("database", Blocks.Database), ("service", $$$"""{"uses":["{{{name}}}"],"environment":{"HOST":"${database.host}"}}""")));

    private static IReadOnlyList<string> Of(string call) =>
        Problems.Of(("cluster", Cluster), ("services", Services), ("service", $$"""{"calls":["{{call}}"]}"""));
}
