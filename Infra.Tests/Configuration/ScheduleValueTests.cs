using System.Text.Json;
using Infra.Configuration;
using Infra.Configuration.Binding;
using Infra.Tests.Configuration.Rules;
using Infra.Tests.Support;

namespace Infra.Tests.Configuration;

/// <summary>What the values of scaling, nights and triggers may be.</summary>
public sealed class ScheduleValueTests
{
    private const string Cron = "use a cron expression such as cron(0 20 ? * MON-FRI *), with ? for one of the two days";

    private const string Any = "use an expression such as cron(0 22 * * ? *), with ? for one of the two days, rate(15 minutes) or at(2030-01-31T08:00:00)";

    [Theory]
    [InlineData("cron(0 22 * * ? *)")]
    [InlineData("cron(0/15 8-18 ? * MON-FRI 2030)")]
    [InlineData("cron(0 8 1W * ? *)")]
    [InlineData("cron(0 8 ? * 6L *)")]
    [InlineData("rate(1 minute)")]
    [InlineData("rate(12 hours)")]
    [InlineData("at(2030-01-31T08:00:00)")]
    public void Expression_InAnyOfTheThreeForms_IsAccepted(string expression) =>
        Assert.Empty(Of<JobScheduleConfig>($$"""{"expression":"{{expression}}"}"""));

    [Theory]
    [InlineData("0 22 * * ? *")]
    [InlineData("cron(0 22 * * *)")]                 // the form of Unix, without a year
    [InlineData("cron(0 22 * * * *)")]
    [InlineData("cron(0 22 ? * ? *)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 seconds)")]
    [InlineData("at(2030-01-31 08:00)")]
    public void Expression_InAnyOtherForm_IsRefused(string expression) => Assert.Equal(
        [$"app:it.expression: \"{expression}\" is not valid; {Any}"], Of<JobScheduleConfig>($$"""{"expression":"{{expression}}"}"""));

    [Theory]
    [InlineData("UTC", true)]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("CET+1", false)]
    [InlineData("berlin", false)]
    public void TimeZone_IsANameOfTheTimeZoneDatabase(string zone, bool accepted) => Assert.Equal(
        accepted ? [] : [$"app:it.timeZone: \"{zone}\" is not valid; use a time zone such as Europe/Berlin or UTC"],
        Of<JobScheduleConfig>($$"""{"expression":"rate(1 day)","timeZone":"{{zone}}"}"""));

    [Theory]
    [InlineData("""{"stopCron":"rate(1 day)"}""", "stopCron: \"rate(1 day)\" is not valid; " + Cron)]
    [InlineData("""{"startCron":"at(2030-01-31T08:00:00)"}""", "startCron: \"at(2030-01-31T08:00:00)\" is not valid; " + Cron)]
    [InlineData("""{"timeZone":null}""", "timeZone: is required; use a time zone such as Europe/Berlin or UTC")]
    [InlineData("""{"database":{"stopCron":"cron(0 1 * * ? *)"}}""", "database.startCron: is required; " + Cron)]
    public void NightValueBeyondItsLimits_IsRefused(string json, string problem) => Assert.Equal(
        [$"app:nightSchedule.{problem}"],
        Problems.Of(("database", Blocks.Database), ("nightSchedule", Blocks.NightSchedule), ("nightSchedule", json)));

    [Theory]
    [InlineData("\"maximumTasks\":0", "maximumTasks: 0 is out of range; use 1 to 5000")]
    [InlineData("\"cpuPercent\":101", "cpuPercent: 101 is out of range; use 1 to 100")]
    [InlineData("\"memoryPercent\":0", "memoryPercent: 0 is out of range; use 1 to 100")]
    [InlineData("\"requestsPerTask\":0", "requestsPerTask: 0 is out of range; use 1 to 10000000")]
    [InlineData("\"backlogPerTask\":{\"queue\":\"work\",\"messagesPerTask\":0}", "backlogPerTask.messagesPerTask: 0 is out of range; use 1 to 1000000")]
    [InlineData("\"steps\":{\"a\":{\"metric\":\"cpu\",\"scaleOut\":[]}}", "steps.a.scaleOut: is empty; use 1 to 10 items")]
    [InlineData("\"steps\":{\"a\":{\"metric\":\"disk\",\"scaleOut\":[{\"aboveValue\":1,\"addTasks\":1}]}}",
        "steps.a.metric: \"disk\" is not one of cpu, memory or queueDepth")]
    [InlineData("\"schedules\":{\"At night\":{\"expression\":\"rate(1 day)\",\"minimumTasks\":1,\"maximumTasks\":1}}",
        "schedules[\"At night\"]: the name is not valid; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("\"scaleInCooldownSeconds\":3601", "scaleInCooldownSeconds: 3601 is out of range; use 0 to 3600")]
    public void ScalingValueBeyondItsLimits_IsRefused(string member, string problem)
    {
        var maximum = member.Contains("maximumTasks\":0", StringComparison.Ordinal) ? "" : "\"maximumTasks\":4,";

        Assert.Equal([$"app:it.{problem}"], Of<ScalingConfig>($$"""{"minimumTasks":1,{{maximum}}{{member}}}"""));
    }

    [Fact]
    public void JobEvent_EmptyText_IsRefused() => Assert.Equal(
        ["app:it.prefix: \"\" is too short; use 1 to 512 characters"], Of<JobEventConfig>("""{"bucket":"uploads","prefix":""}"""));

    private static IReadOnlyList<string> Of<T>(string json)
        where T : notnull
    {
        var problems = new ConfigProblems("dev");
        ConfigBinder.Bind<T>("app:it", JsonDocument.Parse(json).RootElement, problems);
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
