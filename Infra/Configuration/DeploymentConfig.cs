using System.ComponentModel.DataAnnotations;

namespace Infra.Configuration;

/// <summary>How ECS brings out a new version. All but <c>rolling</c> run both versions side by side and need a load balancer.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html</summary>
internal sealed record DeploymentConfig
{
    /// <summary>How traffic moves.</summary>
    public DeploymentStrategy Strategy { get; init; } = DeploymentStrategy.Rolling;

    /// <summary>Minutes for which the old version stays ready after all traffic has moved.</summary>
    [Range(0, 1440)]
    public int BakeMinutes { get; init; } = 5;

    /// <summary>Share of the traffic that moves in each step of <c>linear</c>, or in the first of <c>canary</c>, in percent.</summary>
    [Range(3, 100)]
    public int StepPercent { get; init; } = 10;

    /// <summary>Minutes between two steps.</summary>
    [Range(0, 1440)]
    public int StepMinutes { get; init; } = 5;

    /// <summary>Roll a deployment back when an alarm of the service goes off: too many errors or too long response times, as <c>app:alarms</c> says.</summary>
    public bool RollbackOnAlarms { get; init; }
}
