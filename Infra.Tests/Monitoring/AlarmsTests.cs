using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Monitoring;

public class AlarmsTests
{
    [Fact]
    public async Task Alarms_WithoutTheirBlock_AreNotMade() => Assert.Empty((await Run(null)).Resources);

    [Fact]
    public async Task Alarms_Always_AreForWhatTheStackHas()
    {
        var everything = await Run(new());
        var nothing = await StackRun.OfComponent(context => _ = Alarms.For("shop-alarms", new(), new AlarmsArgs { Context = context }));

        Assert.Equal(
            [
                "shop-alarms-database-cpu",
                "shop-alarms-database-storage",
                "shop-alarms-lb-errors",
                "shop-alarms-queue-mail-dead-letters",
                "shop-alarms-queue-work-dead-letters",
            ],
            Names(everything));
        Assert.Empty(Names(nothing));
    }

    [Fact]
    public async Task Alarm_OnAMetric_IsWhatItsPlanSays() => ResourceAssert.Inputs(
        """
        {
          "name": "shop-dev/alarms-database-storage",
          "alarmDescription": "The database has less than 2 GiB of storage left",
          "namespace": "AWS/RDS",
          "metricName": "FreeStorageSpace",
          "dimensions": {"DBInstanceIdentifier": "shop-dev-0a1b2c3d"},
          "statistic": "Minimum",
          "period": 300,
          "evaluationPeriods": 3,
          "datapointsToAlarm": 3,
          "comparisonOperator": "LessThanThreshold",
          "threshold": 2147483648,
          "treatMissingData": "notBreaching"
        }
        """,
        (await Run(new())).Find<CloudWatch.MetricAlarm>("shop-alarms-database-storage"));

    [Theory]
    [InlineData("shop-alarms-lb-errors", "LoadBalancer", "app/shop-lb/1")]
    [InlineData("shop-alarms-database-cpu", "DBInstanceIdentifier", "shop-dev-0a1b2c3d")]
    [InlineData("shop-alarms-queue-work-dead-letters", "QueueName", "work-dead")]
    [InlineData("shop-alarms-queue-mail-dead-letters", "QueueName", "mail-dead")]
    public async Task Alarm_Always_WatchesOneThing(string alarm, string dimension, string value) => Assert.Equal(
        new Dictionary<string, object> { [dimension] = value },
        (await Run(new())).Find<CloudWatch.MetricAlarm>(alarm)["dimensions"]);

    [Fact]
    public async Task Alarm_WithNotifications_TellsOfTroubleAndOfItsEnd() => ResourceAssert.Every(
        (await Run(new(), isNotified: true)).All<CloudWatch.MetricAlarm>(),
        alarm =>
        {
            Assert.Equal(["arn:Topic:shop-notifications"], alarm.Strings("alarmActions"));
            Assert.Equal(["arn:Topic:shop-notifications"], alarm.Strings("okActions"));
        });

    private static IEnumerable<string> Names(StackRun run) =>
        run.All<CloudWatch.MetricAlarm>().Select(alarm => alarm.Name).Order(StringComparer.Ordinal);

    private static Task<StackRun> Run(AlarmsConfig? config, bool isNotified = false) => StackRun.OfComponent(context => _ = Alarms.For(
        "shop-alarms",
        config,
        new AlarmsArgs
        {
            Context = context,
            Notifications = isNotified ? Notifications.For("shop-notifications", new() { Emails = ["ops@example.com"] }, context) : null,
            LoadBalancer = Output.Create("app/shop-lb/1"),
            DatabaseIdentifier = Output.Create("shop-dev-0a1b2c3d"),
            DeadLetterQueues = new Dictionary<string, Output<string>>
            {
                ["queue-work"] = Output.Create("work-dead"),
                ["queue-mail"] = Output.Create("mail-dead"),
            },
        }));
}
