using System.Text.Json;
using Infra.Sandbox.Tests.Checks.Support;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;
using Json.Schema;

namespace Infra.Sandbox.Tests.Checks;

public sealed class CheckCommandTests
{
    private const string StackFile = """
        config:
          aws:region: eu-west-1
          app:name: shop
          app:network:
            zones: [eu-west-1a, eu-west-1b]
            flowLogRetentionDays: 90
          app:domain:
            hostedZoneName: example.com
          app:loadBalancer:
            accessLogRetentionDays: 90
          app:cluster:
            containerInsights: enabled
          app:service:
            image: nginx:1.29
            containerPort: 80
            user: "1000"
            readonlyRootFilesystem: true
          app:exceptions:
            - control: ECS.2
              reason: no NAT gateway to pay for
              until: "2027-03-01"

        """;

    private static readonly Lazy<JsonSchema> Schema = new(() =>
        JsonSchema.FromText(File.ReadAllText(RepositoryFiles.Path("tools", "Infra.Sandbox.Tests", "Checks", "sarif.schema.json"))));

    public static TheoryData<string> Files => [.. CheckedStack.Files];

    [Fact]
    public async Task Text_HasFindingEditAndLinkThenExceptions()
    {
        var run = await RunAsync("--date", "2026-12-01");

        Assert.Equal("", run.Error);
        Assert.Equal(
            """
            dev: 1 medium

            MEDIUM  ELB.6  load balancers should have deletion protection
                app:loadBalancer.deletionProtection: is off, so a mistake can delete the load balancer with its DNS name (Pulumi.dev.yaml:9)
                  11 +     deletionProtection: true
                https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6

            Accepted in app:exceptions:
                ECS.2  app:service.subnets: no NAT gateway to pay for (until 2027-03-01)

            Not met by any stack with these resources, for the reasons in docs/check.md: EC2.10, EC2.15, EC2.58, EC2.60, ELB.21, ELB.22, S3.7, S3.9, S3.11, S3.15
            5 findings of other standards, such as NIST SP 800-53: add --all
            """,
            run.Out);
    }

    [Theory]
    [InlineData("2026-12-01", "", 6)]
    [InlineData("2026-12-01", "--fail-on medium", 6)]
    [InlineData("2026-12-01", "--fail-on high", 0)]
    [InlineData("2027-03-02", "--fail-on high", 6)]
    [InlineData("2026-12-01", "--json --sarif", 2)]
    [InlineData("2026-12-01", "--fail-on severe", 2)]
    [InlineData("tomorrow", "", 2)]
    public async Task ExitCode_DependsOnSeverity(string date, string options, int exitCode) => Assert.Equal(
        exitCode, (await RunAsync(["--date", date, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ExitCode);

    [Fact]
    public async Task Json_HasTheLineTheEditAndTheResources()
    {
        using var json = JsonDocument.Parse((await RunAsync("--json", "--date", "2026-12-01")).Out);

        Assert.Equal(
            """
            {"control":"ELB.6","severity":"medium","key":"app:loadBalancer.deletionProtection","why":"is off, so a mistake can delete the load balancer with its DNS name","title":"load balancers should have deletion protection","standard":"AWS Foundational Security Best Practices","bestPractice":null,"line":9,"resources":[{"type":"aws:lb/loadBalancer:LoadBalancer","name":"shop-lb"}],"edits":[{"line":11,"old":"","new":"    deletionProtection: true"}],"note":null,"link":"https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6"}
            """,
            JsonSerializer.Serialize(Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray())));
        var excepted = Assert.Single(json.RootElement.GetProperty("excepted").EnumerateArray());
        Assert.Equal(("ECS.2", "2027-03-01"), (excepted.GetProperty("control").GetString(), excepted.GetProperty("until").GetString()));
        Assert.Equal("EC2.10", json.RootElement.GetProperty("unmet")[0].GetProperty("control").GetString());
    }

    [Fact]
    public async Task Sarif_IsValidAndPointsAtTheLineOfTheKey()
    {
        using var json = JsonDocument.Parse((await RunAsync("--sarif", "--all", "--date", "2026-12-01")).Out);
        AssertIsSarif(json.RootElement);

        var run = json.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == "ELB.6");
        var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("Pulumi.dev.yaml", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(9, location.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("warning", result.GetProperty("level").GetString());
        Assert.Equal(
            "no NAT gateway to pay for (until 2027-03-01)",
            run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == "ECS.2")
                .GetProperty("suppressions")[0].GetProperty("justification").GetString());
        Assert.Equal(
            run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("ruleId").GetString()).Distinct(),
            run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Sarif_OfAShippedFile_IsValidAndPointsIntoIt(string file)
    {
        var terminal = new RecordedTerminal(RepositoryFiles.Root);
        await SandboxCommands.RunAsync(["check", "dev", "--config-file", file, "--sarif", "--all", "--date", "2026-12-01"], terminal.Terminal);
        using var json = JsonDocument.Parse(terminal.Out);

        AssertIsSarif(json.RootElement);
        var lines = File.ReadAllLines(RepositoryFiles.Path(file.Split('/'))).Length;
        var locations = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation")).ToList();
        Assert.NotEmpty(locations);
        Assert.All(locations, location =>
        {
            Assert.Equal(file, location.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.InRange(location.GetProperty("region").GetProperty("startLine").GetInt32(), 1, lines);
        });
    }

    private static void AssertIsSarif(JsonElement json)
    {
        var evaluation = Schema.Value.Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(evaluation.IsValid, JsonSerializer.Serialize(evaluation));
    }

    private static async Task<CommandRun> RunAsync(params string[] options)
    {
        using var project = new TemporaryProject(("Pulumi.yaml", "name: app\n"), ("Pulumi.dev.yaml", StackFile));
        var terminal = new RecordedTerminal(project.Directory);
        var exitCode = await SandboxCommands.RunAsync(["check", "dev", .. options], terminal.Terminal);
        return new CommandRun(exitCode, terminal.Out, terminal.Error);
    }
}
