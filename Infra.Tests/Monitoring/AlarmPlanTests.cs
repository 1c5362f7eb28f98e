using Infra.Monitoring;

namespace Infra.Tests.Monitoring;

public sealed class AlarmPlanTests
{
    private static readonly AlarmPlan Default = new AlarmsConfig().Plan();

    private static readonly AlarmPlan None = new AlarmsConfig
    {
        ServerErrorsPercent = 0,
        ResponseTimeSeconds = 0,
        UnhealthyTasks = false,
        LoadBalancerErrorsPerFiveMinutes = 0,
        CpuPercent = 0,
        MemoryPercent = 0,
        DatabaseCpuPercent = 0,
        DatabaseFreeStorageGiB = 0,
        DatabaseConnections = 0,
        DeadLetters = false,
    }.Plan();

    [Fact]
    public void TargetGroup_Default_WatchesErrorsTimeAndHealth() => Assert.Equal(
        [
            "errors: AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum of RequestCount GreaterThanThreshold 5, 3 of 5 x 60 s, missing notBreaching",
            "response-time: AWS/ApplicationELB TargetResponseTime p95 GreaterThanThreshold 2, 3 of 5 x 60 s, missing notBreaching",
            "unhealthy: AWS/ApplicationELB UnHealthyHostCount Maximum GreaterThanThreshold 0, 3 of 5 x 60 s, missing notBreaching",
        ],
        Default.TargetGroup.Select(Outline));

    [Fact]
    public void LoadBalancer_Default_WatchesItsOwnErrors() => Assert.Equal(
        ["errors: AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum GreaterThanThreshold 10, 1 of 1 x 300 s, missing notBreaching"],
        Default.LoadBalancer.Select(Outline));

    [Fact]
    public void Tasks_Default_AreWatchedForLoad() => Assert.Equal(
        [
            "cpu: AWS/ECS CPUUtilization Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
            "memory: AWS/ECS MemoryUtilization Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
        ],
        Default.Tasks.Select(Outline));

    [Fact]
    public void Database_WithConnections_IsWatchedForThemToo() => Assert.Equal(
        [
            "cpu: AWS/RDS CPUUtilization Average GreaterThanThreshold 90, 3 of 3 x 300 s, missing notBreaching",
            "storage: AWS/RDS FreeStorageSpace Minimum LessThanThreshold 2147483648, 3 of 3 x 300 s, missing notBreaching",
            "connections: AWS/RDS DatabaseConnections Average GreaterThanThreshold 80, 3 of 3 x 300 s, missing notBreaching",
        ],
        (Default with { DatabaseConnections = 80 }).Database.Select(Outline));

    [Fact]
    public void Database_Default_IsNotWatchedForConnections() => Assert.Equal(["cpu", "storage"], Default.Database.Select(alarm => alarm.Key));

    [Fact]
    public void DeadLetters_OfAQueueThatSqsNoLongerReports_StillAlarm() => Assert.Equal(
        ["dead-letters: AWS/SQS ApproximateNumberOfMessagesVisible Maximum GreaterThanThreshold 0, 1 of 1 x 60 s, missing ignore"],
        Default.DeadLetters.Select(Outline));

    [Fact]
    public void Zero_IsNoAlarm() => Assert.Empty(All(None));

    [Fact]
    public void Thresholds_Given_AreThoseOfTheAlarmsAndTheirDescriptions()
    {
        var plan = new AlarmsConfig { ResponseTimeSeconds = 0.25, MemoryPercent = 75, DatabaseFreeStorageGiB = 7 }.Plan();

        Assert.Equal((0.25, "One answer in twenty takes longer than 0.25 s"), Told(plan.TargetGroup[1]));
        Assert.Equal((75, "The tasks use more than 75 % of their memory"), Told(plan.Tasks[1]));
        Assert.Equal((7_516_192_768, "The database has less than 7 GiB of storage left"), Told(plan.Database[1]));
    }

    [Fact]
    public void Deployments_AreJudgedByWhatUsersGet() => Assert.Equal(
        ["errors", "response-time"],
        All(Default).Where(alarm => alarm.TriggersRollback).Select(alarm => alarm.Key));

    private static List<AlarmSpec> All(AlarmPlan plan) =>
        [.. plan.TargetGroup, .. plan.LoadBalancer, .. plan.Tasks, .. plan.Database, .. plan.DeadLetters];

    private static (double Threshold, string Description) Told(AlarmSpec alarm) => (alarm.Threshold, alarm.Description);

    private static string Outline(AlarmSpec alarm) => FormattableString.Invariant(
        $"{alarm.Key}: {alarm.Namespace} {alarm.Metric} {alarm.Statistic}{(alarm.PercentOf is null ? "" : $" of {alarm.PercentOf}")} {alarm.Comparison} {alarm.Threshold}, {alarm.Timing.DatapointsToAlarm} of {alarm.Timing.EvaluationPeriods} x {alarm.Timing.PeriodSeconds} s, missing {alarm.MissingData}");
}
