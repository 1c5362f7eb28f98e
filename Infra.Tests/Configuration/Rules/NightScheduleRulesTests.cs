using Infra.Tests.Support;

namespace Infra.Tests.Configuration.Rules;

public sealed class NightScheduleRulesTests
{
    [Fact]
    public void NightOfTheDatabase_NeedsOne()
    {
        Assert.Empty(Problems.Of(("nightSchedule", Blocks.NightSchedule), ("database", Blocks.Database)));
        Assert.Equal(["app:nightSchedule.database: this stack has no database"], Problems.Of(("nightSchedule", Blocks.NightSchedule)));
    }

    [Fact]
    public void NightOfTheTasks_NeedsNoDatabase() =>
        Assert.Empty(Problems.Of(("nightSchedule", """{"stopCron":"cron(0 20 ? * * *)","startCron":"cron(0 7 ? * * *)","timeZone":"UTC"}""")));
}
