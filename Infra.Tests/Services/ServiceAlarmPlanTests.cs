using Infra.Services;
using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class ServiceAlarmPlanTests
{
    private static readonly AlarmsConfig None = new()
    {
        ServerErrorsPercent = 0,
        ResponseTimeSeconds = 0,
        UnhealthyTasks = false,
        CpuPercent = 0,
        MemoryPercent = 0,
    };

    [Fact]
    public void TargetGroup_Defaults_HaveThreeAlarms() => Assert.Equal(
        [
            "errors: AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum of RequestCount GreaterThanThreshold 5, 3 of 5 x 60 s, missing notBreaching",
            "response-time: AWS/ApplicationELB TargetResponseTime p95 GreaterThanThreshold 2, 3 of 5 x 60 s, missing notBreaching",
            "unhealthy: AWS/ApplicationELB UnHealthyHostCount Maximum GreaterThanThreshold 0, 3 of 5 x 60 s, missing notBreaching",
        ],
        AlarmOutline.Of(ServiceAlarmPlan.TargetGroup(new AlarmsConfig())));

    [Fact]
    public void Tasks_Defaults_HaveCpuAndMemoryAlarms() => Assert.Equal(
        [
            "cpu: AWS/ECS CPUUtilization Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
            "memory: AWS/ECS MemoryUtilization Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
        ],
        AlarmOutline.Of(ServiceAlarmPlan.Tasks(new AlarmsConfig())));

    [Fact]
    public void Threshold_Zero_HasNoAlarm() => Assert.Empty(ServiceAlarmPlan.TargetGroup(None).Concat(ServiceAlarmPlan.Tasks(None)));

    [Fact]
    public void Threshold_IsInAlarmAndDescription()
    {
        var thresholds = new AlarmsConfig { ResponseTimeSeconds = 0.25, MemoryPercent = 75 };
        var (responseTime, memory) = (ServiceAlarmPlan.TargetGroup(thresholds)[1], ServiceAlarmPlan.Tasks(thresholds)[1]);

        Assert.Equal((0.25, "One answer in twenty takes longer than 0.25 s"), (responseTime.Threshold, responseTime.Description));
        Assert.Equal((75, "The tasks use more than 75 % of their memory"), (memory.Threshold, memory.Description));
    }

    [Fact]
    public void Rollback_IsTriggeredByErrorsAndResponseTime() => Assert.Equal(
        ["errors", "response-time"],
        ServiceAlarmPlan.TargetGroup(new AlarmsConfig()).Concat(ServiceAlarmPlan.Tasks(new AlarmsConfig()))
            .Where(alarm => alarm.TriggersRollback)
            .Select(alarm => alarm.Key));
}
