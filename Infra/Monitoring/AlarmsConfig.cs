using System.ComponentModel.DataAnnotations;

namespace Infra.Monitoring;

/// <summary>
/// CloudWatch alarms for what the stack has: <c>{}</c> is all of them, 0 or <c>false</c> takes one away. They are mailed where
/// <c>app:notifications</c> says to whom. About 0.10 USD a month for each metric that an alarm reads.
/// </summary>
internal sealed record AlarmsConfig
{
    /// <summary>Answers of a service that are server errors (5xx), in percent, for 3 of 5 minutes.</summary>
    [Range(0, 99)]
    public double ServerErrorsPercent { get; init; } = 5;

    /// <summary>Time within which 95 % of a service's answers begin, in seconds, for 3 of 5 minutes.</summary>
    [Range(0, 3600)]
    public double ResponseTimeSeconds { get; init; } = 2;

    /// <summary>A task of a service that fails the load balancer's health checks, for 3 of 5 minutes.</summary>
    public bool UnhealthyTasks { get; init; } = true;

    /// <summary>Server errors that the load balancer itself gave, such as when no task was there to answer, in 5 minutes.</summary>
    [Range(0, 1_000_000)]
    public int LoadBalancerErrorsPerFiveMinutes { get; init; } = 10;

    /// <summary>Mean CPU use of a service's tasks, in percent, for 15 minutes.</summary>
    [Range(0, 99)]
    public int CpuPercent { get; init; } = 90;

    /// <summary>Mean memory use of a service's tasks, in percent, for 15 minutes.</summary>
    [Range(0, 99)]
    public int MemoryPercent { get; init; } = 90;

    /// <summary>CPU use of the database, in percent, for 15 minutes.</summary>
    [Range(0, 99)]
    public int DatabaseCpuPercent { get; init; } = 90;

    /// <summary>Free storage of the database below which it alarms, in GiB.</summary>
    [Range(0, 65_536)]
    public int DatabaseFreeStorageGiB { get; init; } = 2;

    /// <summary>Connections to the database, for 15 minutes. None unless given: how many it can bear depends on <c>instanceClass</c>.</summary>
    [Range(0, 5000)]
    public int DatabaseConnections { get; init; }

    /// <summary>Any message in the dead-letter queue of one of the stack's queues, or of a job whose run could not be started.</summary>
    public bool DeadLetters { get; init; } = true;

    public AlarmPlan Plan() => new()
    {
        ServerErrorsPercent = ServerErrorsPercent,
        ResponseTimeSeconds = ResponseTimeSeconds,
        WatchesHealth = UnhealthyTasks,
        LoadBalancerErrorsPerFiveMinutes = LoadBalancerErrorsPerFiveMinutes,
        CpuPercent = CpuPercent,
        MemoryPercent = MemoryPercent,
        DatabaseCpuPercent = DatabaseCpuPercent,
        DatabaseFreeStorageGiB = DatabaseFreeStorageGiB,
        DatabaseConnections = DatabaseConnections,
        WatchesDeadLetters = DeadLetters,
    };
}
