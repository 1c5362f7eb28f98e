using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class WorkloadRulesTests
{
    private const string Job = """{"report":{"image":"report:1"}}""";

    private const string Scheduled = """{"report":{"image":"report:1","schedule":{"expression":"rate(1 day)"}}}""";

    private const string OffHours = """{"stopCron":"cron(0 20 ? * MON-FRI *)","startCron":"cron(0 7 ? * MON-FRI *)","timeZone":"Europe/Berlin"}""";

    private const string Alarms = "{}";

    [Theory]
    [InlineData("jobs", Job)]
    [InlineData("services", """{"worker":{"image":"worker:1"}}""")]
    public void Stack_WithJobOrService_IsAccepted(string key, string json) => Assert.Empty(Of((key, json)));

    [Fact]
    public void Stack_WithoutTasks_IsRefused() => Assert.Equal(
        ["app:service: is required unless services or jobs is set"], Of());

    [Fact]
    public void Job_WithoutImage_IsRefused() => Assert.Equal(
        ["app:jobs.report.image: is required: this stack has no app:service to take the image from"], Of(("jobs", """{"report":{}}""")));

    [Theory]
    [InlineData("service.name")]
    [InlineData("service.arn")]
    [InlineData("service.host")]
    [InlineData("service.url")]
    public void Placeholder_OfMissingService_IsRefused(string name) => Assert.Equal(
        [$"app:jobs.report.environment.X: ${{{name}}} has no value: this stack has no app:service"],
        Of(("jobs", "{\"report\":{\"image\":\"report:1\",\"environment\":{\"X\":\"${" + name + "}\"}}}")));

    [Fact]
    public void Call_OfMissingService_IsRefused() => Assert.Equal(
        ["app:jobs.report.calls[0]: service refers to app:service, which this stack does not have"],
        Of(("jobs", """{"report":{"image":"report:1","calls":["service"]}}""")));

    [Theory]
    [InlineData("domain", Blocks.Domain)]
    [InlineData("webAcl", "{}")]
    [InlineData("loadBalancer", "{}")]
    public void HttpBlocks_WithoutHttpService_AreRefused(string key, string json) => Assert.Equal(
        [$"app:{key}: needs a service with a containerPort: without one the stack serves no HTTP"], Of(("jobs", Job), (key, json)));

    [Fact]
    public void OffHours_WithoutServices_AreRefused()
    {
        Assert.Equal(
            ["app:offHours: has nothing to stop: this stack has no service, and offHours.database is not set"],
            Of(("jobs", Job), ("offHours", OffHours)));
        Assert.Empty(Of(("jobs", """{"report":{"image":"report:1","uses":["database"]}}"""), ("database", Blocks.Database), ("offHours", Blocks.OffHours)));
    }

    [Fact]
    public void Alarms_WithJobsOnly_NeedScheduleOrEvent()
    {
        Assert.Equal(
            ["app:alarms: has nothing to monitor: this stack has no service and no app:database, app:cache or app:queues, and no job has a schedule or an event"],
            Of(("jobs", Job), ("alarms", Alarms)));
        Assert.Empty(Of(("jobs", Scheduled), ("alarms", Alarms)));
    }

    [Fact]
    public void Dashboard_WithJobsOnly_NeedsQueues()
    {
        Assert.Equal(
            ["app:dashboard: has nothing to show: this stack has no service and no app:database, app:cache or app:queues"], Of(("jobs", Job), ("dashboard", "true")));
        Assert.Empty(Of(("jobs", Job), ("dashboard", "true"), ("queues", """{"work":{}}""")));
    }

    [Fact]
    public void Routing_WithoutMainService_NeedsConditions() => Assert.Equal(
        ["app:services.web.routing: requires hosts or paths: only app:service, which this stack does not have, takes all other requests"],
        Of(("services", """{"web":{"image":"web:1","containerPort":80}}""")));

    [Theory]
    [InlineData("""{"scaling":{"minimumTasks":2,"maximumTasks":4,"cpuPercent":60},"desiredCount":0}""", "scaling")]
    [InlineData("""{"scaling":{"minimumTasks":0,"maximumTasks":4,"steps":{"busy":{"metric":"cpu","scaleOut":[{"aboveValue":70,"addTasks":1}]}}},"desiredCount":0}""", "scaling")]
    [InlineData("""{"desiredCount":0}""", "offHours")]
    public void DesiredCount_ZeroWithScalingOrOffHours_Warns(string service, string waiting) => Assert.Equal(
        [$"app:service.desiredCount: 0 keeps the service stopped: {waiting} has no effect until it is raised or removed"],
        Problems.WarningsOf([("service", service), .. waiting == "offHours" ? [("offHours", OffHours)] : ((string, string)[])[]]));

    [Fact]
    public void DesiredCount_ZeroWithoutScaling_IsAccepted() => Assert.Empty(Problems.WarningsOf(("service", """{"desiredCount":0}""")));

    private static IReadOnlyList<string> Of(params (string Key, string Json)[] changes) => Problems.Of([("service", "-"), .. changes]);
}
