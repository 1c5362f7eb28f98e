using Infra.Tests.Support;

namespace Infra.Tests.OffHours;

public sealed class OffHoursRulesTests
{
    [Fact]
    public void NightOfTheDatabase_NeedsOne()
    {
        Assert.Empty(Problems.Of(("offHours", Blocks.OffHours), ("database", Blocks.Database)));
        Assert.Equal(["app:offHours.database: this stack has no database"], Problems.Of(("offHours", Blocks.OffHours)));
    }

    [Fact]
    public void NightOfTheTasks_NeedsNoDatabase() =>
        Assert.Empty(Problems.Of(("offHours", """{"stopCron":"cron(0 20 ? * * *)","startCron":"cron(0 7 ? * * *)","timeZone":"UTC"}""")));
}
