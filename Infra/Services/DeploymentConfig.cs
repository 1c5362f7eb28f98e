using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Services;

/// <summary>Deployment of new versions. All strategies but <c>rolling</c> run both versions side by side and require a load balancer.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html</summary>
internal sealed record DeploymentConfig
{
    /// <summary>
    /// Deployment strategy. AWS requires two deployments to change an existing service from or to <c>rolling</c>: one with
    /// <c>prepareShift</c>, then one with the new strategy, preferably at a time of little traffic. The first deployment with a new role
    /// can fail with "unable to assume the role" until IAM has propagated it; run it again. A service that shifts traffic needs another
    /// <c>routing.priority</c> when it is renamed.
    /// </summary>
    public DeploymentStrategy Strategy { get; init; } = DeploymentStrategy.Rolling;

    /// <summary>
    /// With <c>rolling</c>: create the second target group, the weighted listener rule and the role that the other strategies need, so
    /// that the next deployment can change to one of them. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-rolling-to-bluegreen.html
    /// </summary>
    public bool PrepareShift { get; init; }

    /// <summary>Bake time: minutes for which the old version keeps running after all traffic has shifted. Every deployment takes this much longer.</summary>
    [Range(0, 1440)]
    [DerivedDefault("`5` unless `rolling`")]
    public int? BakeMinutes { get; init; }

    /// <summary>Percentage of traffic that shifts in each step of <c>linear</c>, or in the first step of <c>canary</c>.</summary>
    [Range(3, 100)]
    [DerivedDefault("`10` with `linear` and `canary`")]
    public int? StepPercent { get; init; }

    /// <summary>Minutes between two steps. A deployment takes this much longer for each step.</summary>
    [Range(0, 1440)]
    [DerivedDefault("`5` with `linear` and `canary`")]
    public int? StepMinutes { get; init; }

    /// <inheritdoc cref="TestListenerConfig"/>
    public TestListenerConfig? TestListener { get; init; }

    /// <summary>Roll a deployment back when an alarm of the service fires: <c>serverErrorsPercent</c> or <c>responseTimeSeconds</c> of <c>app:alarms</c>. Turn it off with one update before you remove <c>app:alarms</c> with the next.</summary>
    public bool RollbackOnAlarms { get; init; }

    /// <summary>Whether deployments shift traffic between two target groups.</summary>
    [JsonIgnore]
    public bool ShiftsTraffic => Strategy != DeploymentStrategy.Rolling;

    /// <summary>Whether traffic shifts in more than one step.</summary>
    [JsonIgnore]
    public bool HasSteps => Strategy is DeploymentStrategy.Linear or DeploymentStrategy.Canary;

    /// <summary>Whether the service has a second target group.</summary>
    [JsonIgnore]
    public bool HasAlternate => ShiftsTraffic || PrepareShift;

    [JsonIgnore]
    public int EffectiveBakeMinutes => ShiftsTraffic ? BakeMinutes ?? 5 : 0;

    [JsonIgnore]
    public int EffectiveStepPercent => StepPercent ?? 10;

    [JsonIgnore]
    public int EffectiveStepMinutes => StepMinutes ?? 5;

    /// <summary>Total minutes between steps.</summary>
    [JsonIgnore]
    public int TotalStepMinutes => Strategy switch
    {
        // The last step may be smaller.
        DeploymentStrategy.Linear => (100 + EffectiveStepPercent - 1) / EffectiveStepPercent * EffectiveStepMinutes,
        DeploymentStrategy.Canary => EffectiveStepMinutes,
        _ => 0,
    };
}

/// <summary>Deployment strategy.</summary>
internal enum DeploymentStrategy
{
    /// <summary>task by task</summary>
    Rolling,

    /// <summary>all traffic at once, after the new version has started</summary>
    BlueGreen,

    /// <summary>traffic shifts in equal steps</summary>
    Linear,

    /// <summary>a small percentage of traffic first, then the rest</summary>
    Canary,
}

/// <summary>Separate listener for testing a new version before production traffic shifts to it.</summary>
internal sealed record TestListenerConfig
{
    /// <summary>Port of the listener: HTTPS with the domain's certificate if the stack has a domain, otherwise HTTP.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>CIDR blocks that may connect.</summary>
    [Length(1, int.MaxValue)]
    [Unique]
    [Shape(Ipv4Cidr.AnyShape, "203.0.113.0/24")]
    public required IReadOnlyList<string> AllowedCidrs { get; init; }
}
