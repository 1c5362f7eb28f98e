namespace Infra.LoadBalancing;

/// <summary>The alarms on a load balancer's own metrics.</summary>
internal static class LoadBalancerAlarms
{
    public static IReadOnlyList<AlarmSpec> Plan(AlarmsConfig thresholds) =>
    [
        .. AlarmSpec.When(thresholds.LoadBalancerErrorsPerFiveMinutes > 0, new AlarmSpec
        {
            Key = "errors",
            Description = AlarmSpec.Text($"The load balancer itself gave more than {thresholds.LoadBalancerErrorsPerFiveMinutes} server errors in 5 minutes"),
            Namespace = "AWS/ApplicationELB",
            Metric = "HTTPCode_ELB_5XX_Count",
            Statistic = "Sum",
            Timing = AlarmTiming.InFiveMinutes,
            Threshold = thresholds.LoadBalancerErrorsPerFiveMinutes,
        }),
    ];
}
