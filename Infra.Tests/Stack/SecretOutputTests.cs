using System.Collections.Immutable;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>The outputs with which an operator finds a stack's secrets and its database.</summary>
public sealed class SecretOutputTests
{
    private const string Uses = """{"exec":true,"secrets":{"DATABASE_URL":{"from":"database.url"}}}""";

    [Fact]
    public async Task SecretArns_AreThoseThatTheStackItselfStores_ByTaskAndVariable()
    {
        var run = await StackRun.Of(TestConfigs.With(
            ("service", """{"secrets":{"COOKIE":{"generatedLength":32},"KEY":{"ssmParameter":"/shop/key"}}}"""),
            ("services", """{"admin":{"image":"admin:1","secrets":{"COOKIE":{"generatedLength":32}}}}"""),
            ("jobs", """{"report":{"secrets":{"TOKEN":{"config":"storedToken"}}}}"""),
            ("storedToken", "secret:x")));

        var arns = Assert.IsType<ImmutableDictionary<string, object>>(await run.Output("secretArns"));

        Assert.Equal(
            [
                "jobs.report.TOKEN=arn:Secret:shop-job-report-task-secrets-TOKEN",
                "service.COOKIE=arn:Secret:shop-task-secrets-COOKIE",
                "services.admin.COOKIE=arn:Secret:shop-service-admin-task-secrets-COOKIE",
            ],
            arns.Select(arn => $"{arn.Key}={arn.Value}").Order(StringComparer.Ordinal));
        Assert.Null(await run.Output("databaseSecretArn"));
    }

    [Theory]
    [InlineData(Uses, null, "shop")]
    [InlineData("""{"secrets":{"DATABASE_URL":{"from":"database.url"}}}""", null, null)]
    [InlineData("""{"exec":true}""", null, null)]
    [InlineData("""{"exec":true}""", """{"admin":{"image":"admin:1","exec":true,"uses":["database"]}}""", "shop-admin")]
    public async Task TunnelCommand_GoesThroughAServiceWithExecThatMayReachTheDatabase(string service, string? services, string? through)
    {
        var run = await StackRun.Of(TestConfigs.With(
            [("database", Blocks.Database), ("service", service), .. services is null ? [] : new[] { ("services", services) }]));

        var command = (string?)await run.Output("databaseTunnelCommand");

        Assert.Equal(through is null, command is null);
        Assert.Equal("arn:Secret:shop-database", await run.Output("databaseSecretArn"));
        if (through is not null)
        {
            Assert.Contains($" --cluster shop-dev --service-name {through} ", command, StringComparison.Ordinal);
            Assert.Contains("""{"host":["shop-database.rds.amazonaws.com"],"portNumber":["5432"],"localPortNumber":["15432"]}""", command, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("database", 1, null)]
    [InlineData("database", 2, "2")]
    [InlineData("generated", 1, null)]
    [InlineData("generated", 3, "3")]
    public async Task Version_OfAPassword_MakesAnotherOne(string which, int version, string? keeper)
    {
        var ofDatabase = which == "database" ? version : 1;
        var ofCookie = which == "generated" ? version : 1;
        var run = await StackRun.Of(TestConfigs.With(
            ("database", Blocks.Database),
            ("database", $$"""{"passwordVersion":{{ofDatabase}}}"""),
            ("service", $$"""{"secrets":{"COOKIE":{"generatedVersion":{{ofCookie}},"generatedLength":32} } }""")));

        var name = which == "database" ? "shop-database" : "shop-task-secrets-COOKIE";
        ResourceAssert.Inputs(
            keeper is null
                ? """{"length":32,"special":false}"""
                : $$$"""{"length":32,"special":false,"keepers":{"version":"{{{keeper}}}"}}""",
            run.Find<Pulumi.Random.RandomPassword>(name));
        Assert.Single(run.All<Pulumi.Random.RandomId>(), id => !id.Has("keepers.version"));
    }
}
