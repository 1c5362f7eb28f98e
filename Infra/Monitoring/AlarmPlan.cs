using Infra.Databases;
using Infra.LoadBalancing;

namespace Infra.Monitoring;

/// <summary>
/// Which alarms there are for each kind of thing; a threshold of 0 is none. What to watch follows AWS's recommendations, apart
/// from the thresholds, which are the operator's.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
/// </summary>
internal sealed record AlarmPlan
{
    private const string LoadBalancing = "AWS/ApplicationELB";
    private const string Containers = "AWS/ECS";
    private const string Databases = "AWS/RDS";
    private const double BytesInGiB = 1024 * 1024 * 1024;

    public required double ServerErrorsPercent { get; init; }

    public required double ResponseTimeSeconds { get; init; }

    public required bool WatchesHealth { get; init; }

    public required int LoadBalancerErrorsPerFiveMinutes { get; init; }

    public required int CpuPercent { get; init; }

    public required int MemoryPercent { get; init; }

    public required int DatabaseCpuPercent { get; init; }

    public required int DatabaseFreeStorageGiB { get; init; }

    public required int DatabaseConnections { get; init; }

    public required bool WatchesDeadLetters { get; init; }

    /// <summary>For a target group of a load balancer.</summary>
    public IReadOnlyList<AlarmSpec> TargetGroup =>
    [
        .. When(ServerErrorsPercent > 0, new AlarmSpec
        {
            Key = "errors",
            Description = Text($"More than {ServerErrorsPercent} % of the answers are server errors"),
            Namespace = LoadBalancing,
            Metric = "HTTPCode_Target_5XX_Count",
            Statistic = "Sum",
            PercentOf = "RequestCount",
            Timing = AlarmTiming.MostMinutes,
            Threshold = ServerErrorsPercent,
            TriggersRollback = true,
        }),
        .. When(ResponseTimeSeconds > 0, new AlarmSpec
        {
            Key = "response-time",
            Description = Text($"One answer in twenty takes longer than {ResponseTimeSeconds} s"),
            Namespace = LoadBalancing,
            Metric = "TargetResponseTime",
            Statistic = "p95",
            Timing = AlarmTiming.MostMinutes,
            Threshold = ResponseTimeSeconds,
            TriggersRollback = true,
        }),
        // Judges no deployment: a task that starts slowly is unhealthy for a while, and ECS's circuit breaker waits for it.
        .. When(WatchesHealth, new AlarmSpec
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

    public IReadOnlyList<AlarmSpec> LoadBalancer =>
    [
        .. When(LoadBalancerErrorsPerFiveMinutes > 0, new AlarmSpec
        {
            Key = "errors",
            Description = Text($"The load balancer itself gave more than {LoadBalancerErrorsPerFiveMinutes} server errors in 5 minutes"),
            Namespace = LoadBalancing,
            Metric = "HTTPCode_ELB_5XX_Count",
            Statistic = "Sum",
            Timing = AlarmTiming.InFiveMinutes,
            Threshold = LoadBalancerErrorsPerFiveMinutes,
        }),
    ];

    /// <summary>For the tasks of a service.</summary>
    public IReadOnlyList<AlarmSpec> Tasks =>
    [
        .. When(CpuPercent > 0, new AlarmSpec
        {
            Key = "cpu",
            Description = Text($"The tasks use more than {CpuPercent} % of their CPU"),
            Namespace = Containers,
            Metric = "CPUUtilization",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = CpuPercent,
        }),
        .. When(MemoryPercent > 0, new AlarmSpec
        {
            Key = "memory",
            Description = Text($"The tasks use more than {MemoryPercent} % of their memory"),
            Namespace = Containers,
            Metric = "MemoryUtilization",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = MemoryPercent,
        }),
    ];

    public IReadOnlyList<AlarmSpec> Database =>
    [
        .. When(DatabaseCpuPercent > 0, new AlarmSpec
        {
            Key = "cpu",
            Description = Text($"The database uses more than {DatabaseCpuPercent} % of its CPU"),
            Namespace = Databases,
            Metric = "CPUUtilization",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = DatabaseCpuPercent,
        }),
        .. When(DatabaseFreeStorageGiB > 0, new AlarmSpec
        {
            Key = "storage",
            Description = Text($"The database has less than {DatabaseFreeStorageGiB} GiB of storage left"),
            Namespace = Databases,
            Metric = "FreeStorageSpace",
            Statistic = "Minimum",
            Timing = AlarmTiming.Lasting,
            Threshold = DatabaseFreeStorageGiB * BytesInGiB,
            Comparison = "LessThanThreshold",
        }),
        .. When(DatabaseConnections > 0, new AlarmSpec
        {
            Key = "connections",
            Description = Text($"The database has more than {DatabaseConnections} connections"),
            Namespace = Databases,
            Metric = "DatabaseConnections",
            Statistic = "Average",
            Timing = AlarmTiming.Lasting,
            Threshold = DatabaseConnections,
        }),
    ];

    /// <summary>For a dead-letter queue.</summary>
    public IReadOnlyList<AlarmSpec> DeadLetters =>
    [
        .. When(WatchesDeadLetters, new AlarmSpec
        {
            Key = "dead-letters",
            Description = "Messages that nobody could work on lie in the dead-letter queue",
            Namespace = "AWS/SQS",
            Metric = "ApproximateNumberOfMessagesVisible",
            Statistic = "Maximum",
            Timing = AlarmTiming.AtOnce,
            Threshold = 0,
            // SQS stops reporting a queue that nobody uses for six hours, but the messages still lie there.
            // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html
            MissingData = "ignore",
        }),
    ];

    private static IEnumerable<AlarmSpec> When(bool isWatched, AlarmSpec alarm) => isWatched ? [alarm] : [];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
