using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>How ECS brings out a new version. All but <c>rolling</c> run both versions side by side and need a load balancer.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html</summary>
internal sealed record DeploymentConfig
{
    /// <summary>
    /// How traffic moves. A service that runs already leaves <c>rolling</c> in two deployments: AWS asks for one with
    /// <c>prepareShift</c> first. It comes back to <c>rolling</c> the same way, and is best moved at a quiet hour. The very first
    /// deployment with a new role can fail with "unable to assume the role", since IAM takes a moment: run it again.
    /// </summary>
    public DeploymentStrategy Strategy { get; init; } = DeploymentStrategy.Rolling;

    /// <summary>
    /// With <c>rolling</c>: make the second target group, the weighted rule and the role that the other strategies need, so that the next
    /// deployment can change to one of them. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-rolling-to-bluegreen.html
    /// </summary>
    public bool PrepareShift { get; init; }

    /// <summary>Minutes for which the old version stays ready after all traffic has moved. A deployment takes that much longer.</summary>
    [Range(0, 1440)]
    [DerivedDefault("`5` unless `rolling`")]
    public int? BakeMinutes { get; init; }

    /// <summary>Share of the traffic that moves in each step of <c>linear</c>, or in the first of <c>canary</c>, in percent.</summary>
    [Range(3, 100)]
    [DerivedDefault("`10` with `linear` and `canary`")]
    public int? StepPercent { get; init; }

    /// <summary>Minutes between two steps. A deployment takes that much longer for each step.</summary>
    [Range(0, 1440)]
    [DerivedDefault("`5` with `linear` and `canary`")]
    public int? StepMinutes { get; init; }

    /// <inheritdoc cref="TestListenerConfig"/>
    public TestListenerConfig? TestListener { get; init; }

    /// <summary>Roll a deployment back when an alarm of the service goes off: too many errors or too long response times, as <c>app:alarms</c> says.</summary>
    public bool RollbackOnAlarms { get; init; }

    /// <summary>Whether deployments move traffic between two target groups.</summary>
    [JsonIgnore]
    public bool ShiftsTraffic => Strategy != DeploymentStrategy.Rolling;

    /// <summary>Whether traffic moves in more steps than one.</summary>
    [JsonIgnore]
    public bool HasSteps => Strategy is DeploymentStrategy.Linear or DeploymentStrategy.Canary;

    /// <summary>Whether there is a second target group, in use already or about to be.</summary>
    [JsonIgnore]
    public bool HasAlternate => ShiftsTraffic || PrepareShift;

    [JsonIgnore]
    public int EffectiveBakeMinutes => ShiftsTraffic ? BakeMinutes ?? 5 : 0;

    [JsonIgnore]
    public int EffectiveStepPercent => StepPercent ?? 10;

    [JsonIgnore]
    public int EffectiveStepMinutes => StepMinutes ?? 5;

    /// <summary>Minutes for which steps wait, all together.</summary>
    [JsonIgnore]
    public int TotalStepMinutes => Strategy switch
    {
        // The last share may be smaller.
        DeploymentStrategy.Linear => (100 + EffectiveStepPercent - 1) / EffectiveStepPercent * EffectiveStepMinutes,
        DeploymentStrategy.Canary => EffectiveStepMinutes,
        _ => 0,
    };
}

/// <summary>How a new version replaces the old one.</summary>
internal enum DeploymentStrategy
{
    /// <summary>task by task</summary>
    Rolling,

    /// <summary>all traffic at once, when the new version is up beside the old one</summary>
    BlueGreen,

    /// <summary>traffic in equal steps</summary>
    Linear,

    /// <summary>a little traffic first, then all of it</summary>
    Canary,
}

/// <summary>A listener of its own on which a new version is reached before the public traffic moves to it. Without it there is none.</summary>
internal sealed record TestListenerConfig
{
    /// <summary>Port of the listener: HTTPS with the domain's certificate where there is a domain.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>The only address ranges that may connect.</summary>
    [Length(1, int.MaxValue)]
    [Unique]
    public required IReadOnlyList<string> AllowedCidrs { get; init; }
}
