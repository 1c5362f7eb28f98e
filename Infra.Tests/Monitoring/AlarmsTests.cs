using Infra.Monitoring;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Monitoring;

public class AlarmsTests
{
    private static readonly AlarmSpec FreeStorage = new()
    {
        Key = "storage",
        Description = "The database has less than 2 GiB of storage left",
        Namespace = "AWS/RDS",
        Metric = "FreeStorageSpace",
        Statistic = "Minimum",
        Timing = AlarmTiming.Lasting,
        Threshold = 2147483648,
        Comparison = "LessThanThreshold",
    };

    [Fact]
    public async Task Alarm_OnAMetric_HasTheInputsOfItsSpec() => ResourceAssert.Inputs(
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
        (await Run()).Single<CloudWatch.MetricAlarm>());

    [Fact]
    public async Task Alarm_WithNotifications_PublishesAlarmAndOk()
    {
        var alarm = (await Run(isNotified: true)).Single<CloudWatch.MetricAlarm>();

        Assert.Equal(["arn:Topic:shop-notifications"], alarm.Strings("alarmActions"));
        Assert.Equal(["arn:Topic:shop-notifications"], alarm.Strings("okActions"));
    }

    private static Task<StackRun> Run(bool isNotified = false) => StackRun.OfComponent(context => _ = new Alarms(
        "shop-alarms",
        new AlarmsArgs
        {
            Context = context,
            Notifications = isNotified ? NotificationsTests.Create(context, "ops@example.com") : null,
            Subjects = [new("database", [FreeStorage], new Dictionary<string, Output<string>> { ["DBInstanceIdentifier"] = Output.Create("shop-dev-0a1b2c3d") })],
        }));
}
