using Infra.Backups;
using Infra.Monitoring;
using Infra.OffHours;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

public class OperationsTests
{
    [Fact]
    public async Task Operations_NotConfigured_AreNotMade()
    {
        var run = await Run();

        Assert.Empty(run.All<FailureAlerts>());
        Assert.Empty(run.All<Alarms>());
        Assert.Empty(run.All<Dashboard>());
        Assert.Empty(run.All<BackupPlan>());
        Assert.Empty(run.All<DatabaseOffHours>());
    }

    [Fact]
    public async Task Notices_AreForWhoHearsOfThem() => Assert.Equal(
        "shop-failure-alerts", (await Run(("notifications", """{"emails":["ops@example.com"]}"""))).Single<FailureAlerts>().Name);

    [Fact]
    public async Task Alarms_AreForWhatTheStackHas()
    {
        var run = await Run(("alarms", "{}"), ("database", Blocks.Database), ("queues", """{"work":{}}"""));

        var names = run.All<CloudWatch.MetricAlarm>().Select(alarm => alarm.Name).Where(name => name.StartsWith("shop-alarms-", StringComparison.Ordinal)).ToList();
        Assert.Contains(names, name => name.Contains("database", StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains("work", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dashboard_ShowsBothTargetGroupsOfAShift()
    {
        var run = await Run(("dashboard", "true"), ("service", """{"deployment":{"strategy":"canary"}}"""));

        var body = (string)run.Single<CloudWatch.Dashboard>()["dashboardBody"]!;
        Assert.Contains("shop (alt)", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_IsOfTheDatabaseAndEveryFileSystem()
    {
        var run = await Run(
            ("backup", Blocks.Backup), ("database", Blocks.Database), ("fileSystems", $$"""{"data":{{Blocks.FileSystem}},"more":{{Blocks.FileSystem}}}"""));

        Assert.Equal(
            ["arn:Instance:shop-database", "arn:FileSystem:shop-files-data", "arn:FileSystem:shop-files-more"],
            run.Single<Backup.Selection>().Strings("resources"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Night_OfTheDatabase_IsMadeWhereThereIsOne(bool hasDatabase)
    {
        var run = hasDatabase
            ? await Run(("offHours", Blocks.OffHours), ("database", Blocks.Database))
            : await Run(("offHours", Blocks.OffHours), ("offHours", """{"database":null}"""));

        Assert.Equal(hasDatabase ? ["shop-off-hours"] : [], run.All<DatabaseOffHours>().Select(night => night.Name));
    }

    private static Task<StackRun> Run(params (string Key, string Json)[] changes) => StackRun.Of(TestConfigs.With(changes));
}
