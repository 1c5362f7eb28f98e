namespace Infra.Services;

/// <summary>The alarms of a service; a threshold of 0 turns an alarm off.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html</summary>
internal static class ServiceAlarmPlan
{
    private const string LoadBalancing = "AWS/ApplicationELB";
    private const string Containers = "AWS/ECS";

    /// <summary>The alarms on a target group.</summary>
    public static IReadOnlyList<AlarmSpec> TargetGroup(AlarmsConfig thresholds) =>
    [
        .. AlarmSpec.When(thresholds.ServerErrorsPercent > 0, new AlarmSpec
        {
            Key = "errors",
            Description = AlarmSpec.Text($"More than {thresholds.ServerErrorsPercent} % of the answers are server errors"),
            Namespace = LoadBalancing,
            Metric = "HTTPCode_Target_5XX_Count",
            Statistic = "Sum",
            PercentOf = "RequestCount",
            Timing = AlarmTiming.MostMinutes,
            Threshold = thresholds.ServerErrorsPercent,
            TriggersRollback = true,
        }),
        .. AlarmSpec.When(thresholds.ResponseTimeSeconds > 0, new AlarmSpec
        {
            Key = "response-time",
            Description = AlarmSpec.Text($"One answer in twenty takes longer than {thresholds.ResponseTimeSeconds} s"),
            Namespace = LoadBalancing,
            Metric = "TargetResponseTime",
            Statistic = "p95",
            Timing = AlarmTiming.MostMinutes,
            Threshold = thresholds.ResponseTimeSeconds,
            TriggersRollback = true,
        }),
        // Does not trigger a rollback: a slow task is unhealthy while it starts, and the deployment circuit breaker allows for that.
        .. AlarmSpec.When(thresholds.UnhealthyTasks, new AlarmSpec
        {
            Key = "unhealthy",
            Description = "A task fails the load balancer's health checks",
            Namespace = LoadBalancing,
            Metric = "UnHealthyHostCount",
            Statistic = "Maximum",
            Timing = AlarmTiming.MostMinutes,
            Threshold = 0,
        }),
    ];

    /// <summary>The alarms on the tasks.</summary>
    public static IReadOnlyList<AlarmSpec> Tasks(AlarmsConfig thresholds) =>
    [
        .. AlarmSpec.When(thresholds.CpuPercent > 0, new AlarmSpec
        {
            Key = "cpu",
            Description = AlarmSpec.Text($"The tasks use more than {thresholds.CpuPercent} % of their CPU"),
            Namespace = Containers,
            Metric = "CPUUtilization",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = thresholds.CpuPercent,
        }),
        .. AlarmSpec.When(thresholds.MemoryPercent > 0, new AlarmSpec
        {
            Key = "memory",
            Description = AlarmSpec.Text($"The tasks use more than {thresholds.MemoryPercent} % of their memory"),
            Namespace = Containers,
            Metric = "MemoryUtilization",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = thresholds.MemoryPercent,
        }),
    ];
}
