namespace Infra.Tests.Configuration.Rules;

public sealed class NameRulesTests
{
    private const string Worker = """{"image":"worker:1"}""";

    [Theory]
    [InlineData("worker", null)]
    [InlineData("database", "database is the name of a part of the stack; choose another")]
    [InlineData("task-runner", "task-runner is the name of a part of the stack; choose another")]
    [InlineData("job-report", "job-report is the name of a part of the stack; choose another")]
    public void Service_IsNotNamedAsAPartOfTheStack(string name, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:services.{name}: {problem}"], Services($$"""{"{{name}}":{{Worker}}}"""));

    [Theory]
    [InlineData("front-of-the-house", "", null)]
    [InlineData("front-of-the-houses", "", null)]
    [InlineData("front-of-the-house-1", "", "shop-front-of-the-house-1 is too long for its target groups by 1; shorten app:name or the service's name")]
    [InlineData("front-of-the-house", ",\"deployment\":{\"strategy\":\"canary\"}", "shop-front-of-the-house is too long for its target groups by 3; shorten app:name or the service's name")]
    [InlineData("front-of-the-house", ",\"tcpPorts\":[{\"port\":5432}]", "shop-front-of-the-house is too long for its target groups by 4; shorten app:name or the service's name")]
    public void Service_NameLeavesRoomForItsTargetGroups(string name, string more, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:services.{name}: {problem}"],
        Services($$$"""{"{{{name}}}":{"image":"a:1","containerPort":81,"routing":{"paths":["/a"],"priority":9}{{{more}}}}}"""));

    [Fact]
    public void Service_WithoutTargetGroups_MayHaveALongName() => Assert.Empty(Services($$"""{"a-name-of-20-letters":{{Worker}}}"""));

    [Fact]
    public void Service_IsNotNamedAsATargetGroupOfAnother() => Assert.Equal(
        [
            "app:services.api-5432: is the name of a target group of services.api; choose another",
            "app:services.api-alt: is the name of a target group of services.api; choose another",
        ],
        [
            .. Services("""
                {"api":{"image":"a:1","tcpPorts":[{"port":5432}]},
                 "api-5432":{"image":"a:1","containerPort":82,"routing":{"paths":["/b"],"priority":10}}}
                """),
            .. Services("""
                {"api":{"image":"a:1","containerPort":81,"routing":{"paths":["/a"],"priority":9},"deployment":{"strategy":"linear"}},
                 "api-alt":{"image":"a:1","containerPort":82,"routing":{"paths":["/b"],"priority":10}}}
                """),
        ]);

    [Fact]
    public void Tasks_AreNotNamedAsMigrations() => Assert.Equal(
        [
            "app:services.worker-migration: is the name of the migration of services.worker; choose another",
            "app:jobs.migration: is the name of the migration of service; choose another",
            "app:jobs.worker-migration: is the name of the migration of services.worker; choose another",
        ],
        Problems.Of(
            ("service", """{"migration":{"command":["up"]}}"""),
            ("services", """{"worker":{"image":"worker:1","migration":{"command":["up"]}},"worker-migration":{"image":"worker:1"}}"""),
            ("jobs", """{"migration":{},"worker-migration":{},"report":{}}""")));

    [Fact]
    public void Job_WithoutAMigrationBesideIt_MayBeNamedSo() => Assert.Empty(Problems.Of(("jobs", """{"migration":{}}""")));

    [Fact]
    public void DiscoveryName_IsThatOfOneService() => Assert.Equal(
        ["app:services.worker.discoveryName: api is the discoveryName of service too"],
        Problems.Of(
            ("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}"""),
            ("service", """{"discoveryName":"api"}"""),
            ("services", """{"other":{"image":"worker:1","discoveryName":"other"},"worker":{"image":"worker:1","discoveryName":"api"}}""")));

    private static IReadOnlyList<string> Services(string services) => Problems.Of(("services", services));
}
