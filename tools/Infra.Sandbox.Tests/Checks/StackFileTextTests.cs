using Infra.Sandbox.Checks.Edits;

namespace Infra.Sandbox.Tests.Checks;

public sealed class StackFileTextTests
{
    private const string Text = """
        config:
          aws:region: eu-central-1
          name: shop # without its namespace
          app:database:
            multiAz: false # one zone
            logExports: []

          # What runs.
          app:service:
            scaling: { minimumTasks: 1 }
            tcpPorts:
              - port: 22
                allowedCidrs: ["0.0.0.0/0", '::/0'] # all
            user: "0"
          app:alarms: {}

        """;

    [Theory]
    [InlineData("app:name", 3)]
    [InlineData("app:database", 4)]
    [InlineData("app:database.multiAz", 5)]
    [InlineData("app:database.port", 4)]
    [InlineData("app:service.tcpPorts[0].allowedCidrs", 13)]
    [InlineData("app:service.scaling.minimumTasks", 10)]
    [InlineData("app:webAcl", 1)]
    public void Line_IsThatOfTheKeyOrTheBlockAroundIt(string key, int line) => Assert.Equal(line, File().LineOf(key));

    [Theory]
    [InlineData("app:database.multiAz", "true", 5, "    multiAz: false # one zone", "    multiAz: true # one zone")]
    [InlineData("app:database.logExports", "[upgrade]", 6, "    logExports: []", "    logExports: [upgrade]")]
    [InlineData("app:database.port", "5433", 7, "", "    port: 5433")]
    [InlineData("app:name", "store", 3, "  name: shop # without its namespace", "  name: store # without its namespace")]
    [InlineData("app:service.user", "\"1000\"", 14, "    user: \"0\"", "    user: \"1000\"")]
    [InlineData("app:service.scaling.maximumTasks", "4", 10, "    scaling: { minimumTasks: 1 }", "    scaling: { minimumTasks: 1, maximumTasks: 4 }")]
    [InlineData(
        "app:service.tcpPorts[0].allowedCidrs",
        "[10.0.0.0/8]",
        13,
        "        allowedCidrs: [\"0.0.0.0/0\", '::/0'] # all",
        "        allowedCidrs: [10.0.0.0/8] # all")]
    [InlineData("app:alarms.cpuPercent", "80", 15, "  app:alarms: {}", "  app:alarms: { cpuPercent: 80 }")]
    [InlineData("app:webAcl", "{}", 16, "", "  app:webAcl: {}")]
    [InlineData("app:loadBalancer.tlsPolicy", "x", 16, "", "  app:loadBalancer:\n    tlsPolicy: x")]
    [InlineData("app:database.multiAz", null, 5, "    multiAz: false # one zone", "")]
    [InlineData("app:service.tcpPorts", null, 11, "    tcpPorts:\n      - port: 22\n        allowedCidrs: [\"0.0.0.0/0\", '::/0'] # all", "")]
    public void Edit_ChangesFewLines(string key, string? value, int line, string old, string @new)
    {
        var edit = File().Plan(new KeyEdit(key, value))!;

        Assert.Equal((line, old, @new), (edit.Line, string.Join('\n', edit.Old), string.Join('\n', edit.New)));
    }

    [Theory]
    [InlineData("app:webAcl", null)]
    [InlineData("app:service.scaling.minimumTasks", null)]
    [InlineData("app:service.tcpPorts[0]", "{}")]
    public void Edit_ThatIsNotOneOfFewLines_IsNotShown(string key, string? value) => Assert.Null(File().Plan(new KeyEdit(key, value)));

    [Fact]
    public void Edits_ApplyOneAfterTheOther() => Assert.Equal(
        Text.Replace("multiAz: false", "multiAz: true", StringComparison.Ordinal).Replace("logExports: []\n", "logExports: []\n    port: 5433\n", StringComparison.Ordinal),
        File().With([new KeyEdit("app:database.port", "5433"), new KeyEdit("app:database.multiAz", "true")]));

    [Fact]
    public void Key_WithQuotesAndIndices_IsSplit() => Assert.Equal(
        [new("app:service", 0), new("environment", 0), new("A.B", 0), new(null, 2), new("x", 0)],
        KeySegments.Of("app:service.environment[\"A.B\"][2].x"));

    private static StackFileText File() => new("stack.yaml", Text, "app");
}
