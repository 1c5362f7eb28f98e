using Infra.Tests.Support;

namespace Infra.Tests.OffHours;

public sealed class OffHoursRulesTests
{
    [Fact]
    public void OffHoursOfTheDatabase_WithoutADatabase_AreRefused()
    {
        Assert.Empty(Problems.Of(("offHours", Blocks.OffHours), ("database", Blocks.Database)));
        Assert.Equal(["app:offHours.database: needs app:database"], Problems.Of(("offHours", Blocks.OffHours)));
    }

    [Fact]
    public void OffHoursOfTheTasks_WithoutADatabase_AreAccepted() =>
        Assert.Empty(Problems.Of(("offHours", """{"stopCron":"cron(0 20 ? * * *)","startCron":"cron(0 7 ? * * *)","timeZone":"UTC"}""")));
}
