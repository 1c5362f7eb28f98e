namespace Infra.Databases;

/// <summary>
/// The alarms on the database; a threshold of 0 creates none.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
/// </summary>
internal static class DatabaseAlarms
{
    private const string Namespace = "AWS/RDS";
    private const double BytesInGiB = 1024 * 1024 * 1024;

    public static IReadOnlyList<AlarmSpec> Plan(DatabaseAlarmsConfig thresholds) =>
    [
        .. AlarmSpec.When(thresholds.CpuPercent > 0, new AlarmSpec
        {
            Key = "cpu",
            Description = AlarmSpec.Text($"The database uses more than {thresholds.CpuPercent} % of its CPU"),
            Namespace = Namespace,
            Metric = "CPUUtilization",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = thresholds.CpuPercent,
        }),
        .. AlarmSpec.When(thresholds.FreeStorageGiB > 0, new AlarmSpec
        {
            Key = "storage",
            Description = AlarmSpec.Text($"The database has less than {thresholds.FreeStorageGiB} GiB of storage left"),
            Namespace = Namespace,
            Metric = "FreeStorageSpace",
            Statistic = "Minimum",
            Timing = AlarmTiming.Lasting,
            Threshold = thresholds.FreeStorageGiB * BytesInGiB,
            Comparison = "LessThanThreshold",
        }),
        .. AlarmSpec.When(thresholds.Connections > 0, new AlarmSpec
        {
            Key = "connections",
            Description = AlarmSpec.Text($"The database has more than {thresholds.Connections} connections"),
            Namespace = Namespace,
            Metric = "DatabaseConnections",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = thresholds.Connections,
        }),
    ];
}
