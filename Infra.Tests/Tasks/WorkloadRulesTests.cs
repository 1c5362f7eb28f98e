using Infra.Jobs;
using Infra.Monitoring;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class WorkloadRulesTests
{
    private const string Job = """{"report":{"image":"report:1"}}""";

    private const string Scheduled = """{"report":{"image":"report:1","schedule":{"expression":"rate(1 day)"}}}""";

    private const string Night = """{"stopCron":"cron(0 20 ? * MON-FRI *)","startCron":"cron(0 7 ? * MON-FRI *)","timeZone":"Europe/Berlin"}""";

    private const string Alarms = "{}";

    [Theory]
    [InlineData("jobs", Job)]
    [InlineData("services", """{"worker":{"image":"worker:1"}}""")]
    public void OneJobOrService_IsEnough(string key, string json) => Assert.Empty(Of((key, json)));

    [Fact]
    public void StackThatRunsNothing_IsAProblem() => Assert.Equal(
        ["app:service: or services or jobs is required: without any of them the stack runs nothing"], Of());

    [Fact]
    public void JobWithoutAnImage_IsAProblem() => Assert.Equal(
        ["app:jobs.report.image: is required: this stack has no app:service whose image the job could run"], Of(("jobs", """{"report":{}}""")));

    [Theory]
    [InlineData("service.name")]
    [InlineData("service.arn")]
    [InlineData("service.host")]
    [InlineData("service.url")]
    public void PlaceholderOfTheService_MeansNothingWithoutIt(string name) => Assert.Equal(
        [$"app:jobs.report.environment.X: ${{{name}}} has no value: this stack has no app:service"],
        Of(("jobs", "{\"report\":{\"image\":\"report:1\",\"environment\":{\"X\":\"${" + name + "}\"}}}")));

    [Fact]
    public void CallOfTheService_MeansNothingWithoutIt() => Assert.Equal(
        ["app:jobs.report.calls[0]: service means app:service, and this stack has none"],
        Of(("jobs", """{"report":{"image":"report:1","calls":["service"]}}""")));

    [Theory]
    [InlineData("domain", Blocks.Domain)]
    [InlineData("webAcl", "{}")]
    [InlineData("loadBalancer", "{}")]
    public void WhatStandsBeforeServices_NeedsOne(string key, string json) => Assert.Equal(
        [$"app:{key}: needs a service with a containerPort: without one the stack serves no HTTP"], Of(("jobs", Job), (key, json)));

    [Fact]
    public void NightOfJobs_HasNothingToStop()
    {
        Assert.Equal(
            ["app:offHours: has nothing to stop: this stack has no service, and offHours.database is not set"],
            Of(("jobs", Job), ("offHours", Night)));
        Assert.Empty(Of(("jobs", """{"report":{"image":"report:1","uses":["database"]}}"""), ("database", Blocks.Database), ("offHours", Blocks.OffHours)));
    }

    [Fact]
    public void AlarmsOfJobs_WatchThoseThatStartByThemselves()
    {
        Assert.Equal(
            ["app:alarms: has nothing to watch: this stack has no service, no database, no queue, and no job that is started by itself"],
            Of(("jobs", Job), ("alarms", Alarms)));
        Assert.Empty(Of(("jobs", Scheduled), ("alarms", Alarms)));
    }

    [Fact]
    public void DashboardOfJobs_ShowsTheQueuesTheyUse()
    {
        Assert.Equal(
            ["app:dashboard: has nothing to show: this stack has no service, no database and no queue"], Of(("jobs", Job), ("dashboard", "true")));
        Assert.Empty(Of(("jobs", Job), ("dashboard", "true"), ("queues", """{"work":{}}""")));
    }

    [Fact]
    public void WebOfFurtherServices_HasNobodyForTheRest() => Assert.Equal(
        ["app:services.web.routing: must say with hosts or paths which requests are this service's: only app:service, which this stack lacks, takes whatever comes"],
        Of(("services", """{"web":{"image":"web:1","containerPort":80}}""")));

    [Theory]
    [InlineData("""{"scaling":{"minimumTasks":2,"maximumTasks":4,"cpuPercent":60},"desiredCount":0}""", "scaling")]
    [InlineData("""{"scaling":{"minimumTasks":0,"maximumTasks":4,"steps":{"busy":{"metric":"cpu","scaleOut":[{"aboveValue":70,"addTasks":1}]}}},"desiredCount":0}""", "scaling")]
    [InlineData("""{"desiredCount":0}""", "offHours")]
    public void NoTasksUntilRaised_IsAWarningWhereSomethingWaits(string service, string waiting) => Assert.Equal(
        [$"app:service.desiredCount: 0 keeps every task away, and {waiting} waits until it is raised or taken out"],
        Problems.WarningsOf([("service", service), .. waiting == "offHours" ? [("offHours", Night)] : ((string, string)[])[]]));

    [Fact]
    public void NoTasksOfAServiceThatDoesNotScale_IsNoWarning() => Assert.Empty(Problems.WarningsOf(("service", """{"desiredCount":0}""")));

    private static IReadOnlyList<string> Of(params (string Key, string Json)[] changes) => Problems.Of([("service", "-"), .. changes]);
}
