using Infra.Clusters;
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
    public void Call_OfAServiceWithANameAndAPort_IsAccepted(string call) => Assert.Empty(Of(call));

    [Theory]
    [InlineData("apo", "apo is not in app:services; did you mean api?")]
    [InlineData("admin", "admin has no containerPort; say which port, such as admin:9090")]
    [InlineData("hidden:9090", "hidden has no discoveryName under which its tasks are found; set services.hidden.discoveryName")]
    [InlineData("service", "service is the service itself; use peerPorts for connections among its tasks")]
    [InlineData("api:70000", "api:70000 does not end with a port, or a range of ports with the lower one first; use 1 to 65535")]
    public void Call_ThatCannotWork_IsRefused(string call, string problem) =>
        Assert.Equal([$"app:service.calls[0]: {problem}"], Of(call));

    [Fact]
    public void Call_WithoutADiscoveryName_IsAcceptedFromATaskThatAsksEcsForTasks() => Assert.Empty(Problems.Of(
        ("services", """{"hidden":{"image":"hidden:1"}}"""), ("service", """{"calls":["hidden:9090"],"peerDiscovery":true}""")));

    [Fact]
    public void Call_OfAServiceInHostMode_IsRefused() => Assert.Equal(
        ["app:service.calls[0]: host has networkMode host, so its tasks cannot be found by name; use awsvpc there"],
        Problems.Of(
            ("network", """{"natGateways":"single"}"""),
            ("cluster", """{"containerInsights":"disabled","instances":{"big":{"instanceType":"t3.large","maximumInstances":2,"subnets":"private"}}}"""),
            ("services", """{"host":{"image":"host:1","networkMode":"host","capacityProviders":{"big":{"weight":1}}}}"""),
            ("service", """{"calls":["host:9090"]}""")));

    [Fact]
    public void Call_OfAFurtherServiceThatIsNamedLikeTheFirst_IsRefused() => Assert.Equal(
        ["app:jobs.night.calls[0]: service is both app:service and app:services.service; give the second another name"],
        Problems.Of(
            ("services", """{"service":{"image":"other:1"}}"""), ("jobs", """{"night":{"calls":["service"]}}""")));

    [Theory]
    [InlineData("http://${discovery.backend}:8080")]
    [InlineData("http://backend.shop.internal:8080/v1")]
    public void Environment_WithTheNameOfAServiceThatIsNotCalled_IsAWarning(string url) => Assert.Equal(
        ["app:service.environment: names backend, to which no connection is open; add api to service.calls"],
        Problems.WarningsOf(("cluster", Cluster), ("services", Services), ("service", $$$"""{"environment":{"URL":"{{{url}}}"}}""")));

    [Fact]
    public void Environment_WithTheNameOfACalledServiceOrOfItself_IsNoWarning() => Assert.Empty(Problems.WarningsOf(
        ("cluster", Cluster),
        ("services", """{"api":{"image":"api:1","discoveryName":"backend","environment":{"SELF":"${discovery.backend}"}}}"""),
        ("service", """{"environment":{"URL":"http://${discovery.backend}:8080"},"calls":["api:8080"]}""")));

    [Fact]
    public void Database_ThatNoTaskUses_IsAWarning() => Assert.Equal(
        ["app:database: no task uses it, so nothing can connect to it; add database to the uses of the service that does"],
        Problems.WarningsOf(("database", Blocks.Database)));

    [Theory]
    [InlineData("""{"uses":["database"]}""")]
    [InlineData("""{"secrets":{"PASSWORD":{"from":"database.password"}}}""")]
    [InlineData("""{"environment":{"HOST":"${database.host}"}}""")]
    [InlineData("""{"permissions":[{"actions":["rds-db:connect"],"resources":["arn:aws:rds-db:${aws.region}:${aws.accountId}:dbuser:*/${database.username}"]}]}""")]
    public async Task Database_ThatATaskSaysOrShowsItUses_IsReachedByIt(string service)
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
    public void Database_ThatIsNotThere_CannotBeUsed() => Assert.Equal(
        ["app:jobs.night.uses[0]: this stack has no app:database to connect to"], Problems.Of(("jobs", """{"night":{"uses":["database"]}}""")));

    [Fact]
    public void Use_ThatASecretShowsAlready_IsAWarning() => Assert.Equal(
        ["app:service.uses[0]: is not needed: secrets or ${…} of this task name database already"],
        Problems.WarningsOf(("database", Blocks.Database), ("service", """{"uses":["database"],"secrets":{"URL":{"from":"database.url"}}}""")));

    [Theory]
    [InlineData("databse", "databse is not a part that tasks connect to; did you mean database?")]
    [InlineData("storage", "storage is not a part that tasks connect to; use database")]
    public void Use_OfNoPart_IsRefused(string name, string problem) => Assert.Equal(
        [$"app:service.uses[0]: {problem}"], Problems.Of(("database", Blocks.Database), ("service", $$$"""{"uses":["{{{name}}}"],"environment":{"HOST":"${database.host}"}}""")));

    private static IReadOnlyList<string> Of(string call) =>
        Problems.Of(("cluster", Cluster), ("services", Services), ("service", $$"""{"calls":["{{call}}"]}"""));
}
