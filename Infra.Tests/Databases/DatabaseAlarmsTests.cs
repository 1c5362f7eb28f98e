using Infra.Databases;
using Infra.Tests.Support;

namespace Infra.Tests.Databases;

public sealed class DatabaseAlarmsTests
{
    [Fact]
    public void Alarms_ByDefault_WatchCpuAndFreeStorage() => Assert.Equal(
        [
            "cpu: AWS/RDS CPUUtilization Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
            "storage: AWS/RDS FreeStorageSpace Minimum LessThanThreshold 2147483648, 3 of 3 x 300 s, missing notBreaching",
        ],
        AlarmOutline.Of(DatabaseAlarms.Plan(new DatabaseAlarmsConfig())));

    [Fact]
    public void Alarms_WithConnections_WatchConnectionsToo() => Assert.Equal(
        "connections: AWS/RDS DatabaseConnections Average GreaterThanThreshold 80, 3 of 3 x 300 s, missing notBreaching",
        AlarmOutline.Of(DatabaseAlarms.Plan(new DatabaseAlarmsConfig { Connections = 80 })).Last());

    [Fact]
    public void Alarms_WithZeroThresholds_AreNotCreated() => Assert.Empty(DatabaseAlarms.Plan(new DatabaseAlarmsConfig { CpuPercent = 0, FreeStorageGiB = 0 }));

    [Fact]
    public void FreeStorageAlarm_HasItsThresholdInBytesAndItsDescriptionInGiB()
    {
        var storage = DatabaseAlarms.Plan(new DatabaseAlarmsConfig { FreeStorageGiB = 7 })[1];

        Assert.Equal((7_516_192_768, "The database has less than 7 GiB of storage left"), (storage.Threshold, storage.Description));
    }
}
