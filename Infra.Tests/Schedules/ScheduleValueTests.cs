using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Jobs;
using Infra.Services;
using Infra.Tests.Configuration.Binding;
using Infra.Tests.Support;

namespace Infra.Tests.Schedules;

public sealed class ScheduleValueTests
{
    private const string Cron = "use a cron expression such as cron(0 20 ? * MON-FRI *), with ? for one of the two days";

    [Theory]
    [InlineData("UTC", null)]
    [InlineData("Europe/Berlin", null)]
    [InlineData("America/Argentina/Buenos_Aires", null)]
    [InlineData("Etc/GMT+5", null)]
    [InlineData("US/Pacific", null)]
    [InlineData("Europe/Kyiv", null)]
    [InlineData("CEST", "use a time zone such as Europe/Berlin or UTC")]
    [InlineData("berlin", "use a time zone such as Europe/Berlin or UTC")]
    [InlineData("CET+1", "use a time zone such as Europe/Berlin or UTC")]
    [InlineData("Europe/Berln", "did you mean Europe/Berlin?")]
    [InlineData("europe/berlin", "did you mean Europe/Berlin?")]
    [InlineData("Europe/Munich", "did you mean Europe/Zurich?")]
    [InlineData("W. Europe Standard Time", "use a time zone such as Europe/Berlin or UTC")]
    public void TimeZone_NotInTheTimeZoneDatabase_IsRejected(string zone, string? advice) => Assert.Equal(
        advice is null ? [] : [$"app:it.timeZone: \"{zone}\" is not a time zone; {advice}"],
        Of<JobScheduleConfig>($$"""{"expression":"rate(1 day)","timeZone":"{{zone}}"}"""));

    [Theory]
    [InlineData("""{"stopCron":"rate(1 day)"}""", "stopCron: \"rate(1 day)\" is not a cron expression such as cron(0 20 ? * MON-FRI *)")]
    [InlineData("""{"startCron":"at(2030-01-31T08:00:00)"}""", "startCron: \"at(2030-01-31T08:00:00)\" is not a cron expression such as cron(0 20 ? * MON-FRI *)")]
    [InlineData("""{"timeZone":null}""", "timeZone: is required; use a time zone such as Europe/Berlin or UTC")]
    [InlineData("""{"database":{"stopCron":"cron(0 1 * * ? *)"}}""", "database.startCron: is required; " + Cron)]
    public void OffHoursValue_Invalid_IsRejected(string json, string problem) => Assert.Equal(
        [$"app:offHours.{problem}"],
        Problems.Of(("database", Blocks.Database), ("offHours", Blocks.OffHours), ("offHours", json)));

    [Theory]
    [InlineData("\"steps\":{\"a\":{\"metric\":\"cpu\",\"scaleOut\":[]}}", "steps.a.scaleOut: is empty; use 1 to 10 items")]
    [InlineData("\"steps\":{\"a\":{\"metric\":\"disk\",\"scaleOut\":[{\"aboveValue\":1,\"addTasks\":1}]}}",
        "steps.a.metric: \"disk\" is not one of cpu, memory or queueDepth")]
    [InlineData("\"schedules\":{\"At night\":{\"expression\":\"rate(1 day)\",\"minimumTasks\":1,\"maximumTasks\":1}}",
        "schedules[\"At night\"]: is not a valid name; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    public void ScalingValue_Invalid_IsRejected(string member, string problem) =>
        Assert.Equal([$"app:it.{problem}"], Of<ScalingConfig>($$"""{"minimumTasks":1,"maximumTasks":4,{{member}}}"""));

    [Fact]
    public void JobEvent_EmptyText_IsRejected() => Assert.Equal(
        ["app:it.prefix: has no value; set it or remove the key"], Of<JobEventConfig>("""{"bucket":"uploads","prefix":""}"""));

    private static IReadOnlyList<string> Of<T>(string json)
        where T : notnull
    {
        var problems = new ConfigProblems("dev");
        ValueBinder.Bind<T>("app:it", JsonDocument.Parse(json).RootElement, problems);
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
