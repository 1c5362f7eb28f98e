using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>The output that <c>sandbox verify</c> compares with AWS.</summary>
public sealed class ExpectedOutputTests
{
    [Fact]
    public async Task Service_HasItsRevisionCountAndRouting() => ResourceAssert.Json(
        """
        {
          "service": "shop", "taskDefinition": "arn:TaskDefinition:shop-task", "isPipelineOwned": false, "minimumTasks": 1, "maximumTasks": 1,
          "listenerRules": ["arn:ListenerRule:shop-rules-50000"], "targetGroups": [["arn:TargetGroup:shop"]], "timeoutMinutes": 35
        }
        """,
        await ServiceAsync());

    [Theory]
    [InlineData("""{"desiredCount":0}""", 0, 0)]
    [InlineData("""{"desiredCount":3}""", 3, 3)]
    [InlineData("""{"desiredCount":null,"scaling":{"minimumTasks":2,"maximumTasks":6,"cpuPercent":60}}""", 2, 6)]
    [InlineData("""{"desiredCount":null,"scaling":{"minimumTasks":2,"maximumTasks":6,"cpuPercent":60,"schedules":{"sale":{"expression":"cron(0 8 * * ? *)","minimumTasks":1,"maximumTasks":20}}}}""", 1, 20)]
    [InlineData("""{"desiredCount":0,"scaling":{"minimumTasks":2,"maximumTasks":6,"cpuPercent":60}}""", 0, 0)]
    public async Task Count_IsWhatScalingAllows(string service, int minimum, int maximum)
    {
        var json = await ServiceAsync(("service", service));

        Assert.Equal((minimum, maximum), ((int)json["minimumTasks"]!.GetValue<double>(), (int)json["maximumTasks"]!.GetValue<double>()));
    }

    [Fact]
    public async Task OffHours_AllowNoTask() =>
        Assert.Equal(0, (await ServiceAsync(("offHours", Blocks.OffHours), ("offHours", """{"database":null}""")))["minimumTasks"]!.GetValue<double>());

    [Fact]
    public async Task Shift_HasBothTargetGroups() => ResourceAssert.Json(
        """[["arn:TargetGroup:shop", "arn:TargetGroup:shop--alt"]]""",
        (await ServiceAsync(("service", """{"deployment":{"strategy":"canary"}}""")))["targetGroups"]!);

    [Fact]
    public async Task TcpPorts_HaveTheirTargetGroups() => ResourceAssert.Json(
        """[["arn:TargetGroup:shop"], ["arn:TargetGroup:shop--9000"]]""",
        (await ServiceAsync(("service", """{"tcpPorts":[{"port":9000}]}""")))["targetGroups"]!);

    [Fact]
    public async Task PipelineOwnedService_IsMarked() =>
        Assert.True((await ServiceAsync(("service", """{"revisionOwner":"pipeline"}""")))["isPipelineOwned"]!.GetValue<bool>());

    [Fact]
    public async Task Jobs_HaveRevisionAndTrigger() => ResourceAssert.Json(
        """
        {
          "jobs.exports": {"taskDefinition": "arn:TaskDefinition:media-job-exports-task", "pipe": "media-job-exports-event-Pipe"},
          "jobs.report": {"taskDefinition": "arn:TaskDefinition:media-job-report-task", "schedule": "media-job-report-schedule-Schedule"},
          "jobs.thumbnails": {"taskDefinition": "arn:TaskDefinition:media-job-thumbnails-task", "eventRule": "media-job-thumbnails-event-EventRule"}
        }
        """,
        Json(await (await KnownStacks.Run("eventjobs")).Output("expected"))["jobs"]!);

    [Theory]
    [InlineData("dev", """{"listener":"arn:Listener:dekart-lb-https","certificate":"valid:arn:Certificate:dekart-certificate"}""")]
    [InlineData("minimal", "{}")]
    public async Task HttpsListener_HasItsCertificate(string stack, string expected) =>
        ResourceAssert.Json(expected, Json(await (await KnownStacks.Run(stack)).Output("expected"))["httpsListener"]!);

    [EveryStack]
    [Theory]
    public async Task Output_HoldsNoSecret(string stack)
    {
        var json = Json(await (await KnownStacks.Run(stack)).Output("expected")).ToJsonString();

        Assert.DoesNotContain("generated-value", json, StringComparison.Ordinal);
        Assert.StartsWith("{", json, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> ServiceAsync(params (string Key, string Json)[] changes) =>
        Json(await (await StackRun.Of(TestConfigs.With(changes))).Output("expected"))["services"]!["service"]!;

    private static JsonNode Json(object? output) => JsonSerializer.SerializeToNode(output)!;
}
