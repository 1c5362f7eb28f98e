using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public sealed class ScheduleRulesTests
{
    [Theory]
    [InlineData("jobs", """{"a":{"schedule":{"expression":"at(2020-01-31T08:00:00)"}}}""", "jobs.a.schedule.expression", "at(2020-01-31T08:00:00)")]
    [InlineData("jobs", """{"a":{"schedule":{"expression":"cron(0 8 1 1 ? 2021-2024)"}}}""", "jobs.a.schedule.expression", "cron(0 8 1 1 ? 2021-2024)")]
    [InlineData("service",
        """{"scaling":{"minimumTasks":1,"maximumTasks":2,"schedules":{"sale":{"expression":"at(2021-01-31T08:00:00)","minimumTasks":2,"maximumTasks":2}}}}""",
        "service.scaling.schedules.sale.expression", "at(2021-01-31T08:00:00)")]
    public void Schedule_InThePast_GivesAWarning(string key, string json, string where, string expression) => Assert.Equal(
        [$"app:{where}: {expression} is in the past and never runs again, and AWS refuses it in a new stack; remove it"], Warnings.Of((key, json)));

    [Fact]
    public void Schedule_InTheFuture_GivesNoWarning()
    {
        var values = TestConfigs.Values(("jobs", """{"a":{"schedule":{"expression":"at(2020-01-31T08:00:00)"}}}"""));

        Assert.Empty(StackConfigLoader.Load(values, "dev", new FixedClock(new DateTimeOffset(2020, 1, 31, 12, 0, 0, TimeSpan.Zero))).Warnings);
    }

    [Theory]
    [InlineData("cron(0 20 ? * MON-FRI *)", "cron(0 20 * * ? *)")]
    [InlineData("cron(0 20 1 * ? *)", "cron(0 20 1 * ? *)")]
    public void StopAndStart_AtTheSameTime_AreRefused(string stop, string start) => Assert.Equal(
        [$"app:offHours.startCron: {start} runs at the same time as stopCron {stop}, so that either may win; choose different times"],
        Problems.Of(("offHours", $$"""{"stopCron":"{{stop}}","startCron":"{{start}}","timeZone":"UTC"}""")));

    [Fact]
    public void StopAndStartOfTheDatabase_AtTheSameTime_AreRefused() => Assert.Equal(
        ["app:offHours.database.startCron: cron(0 20 * * ? *) runs at the same time as stopCron cron(0 20 * * ? *), so that either may win; choose different times"],
        Problems.Of(
            ("database", Blocks.Database),
            ("offHours", Blocks.OffHours),
            ("offHours", """{"database":{"stopCron":"cron(0 20 * * ? *)","startCron":"cron(0 20 * * ? *)"}}""")));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
