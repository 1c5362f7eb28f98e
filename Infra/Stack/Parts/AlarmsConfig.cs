using System.ComponentModel.DataAnnotations;

namespace Infra.Stack.Parts;

/// <summary>
/// CloudWatch alarms: <c>{}</c> creates all of them, with those of the database and the cache, whose thresholds are in their own blocks; 0 or
/// <c>false</c> removes one. They are mailed to <c>app:notifications</c>. About 0.10 USD a month for each metric that an alarm reads.
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

    /// <summary>Any message in the dead-letter queue of one of the stack's queues, or of a job whose run could not be started.</summary>
    public bool DeadLetters { get; init; } = true;
}
