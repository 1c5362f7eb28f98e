using Tracking = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;

namespace Infra.Services;

/// <summary>Target tracking and step scaling policies of a service.</summary>
internal static class ScalingPolicies
{
    public static AppAutoScaling.PolicyArgs PlanTargetTracking(AppAutoScaling.Target target, ScalingConfig config, double value, Action<Tracking> setMetric)
    {
        var tracking = new Tracking
        {
            TargetValue = value,
            ScaleOutCooldown = config.ScaleOutCooldownSeconds,
            ScaleInCooldown = config.ScaleInCooldownSeconds,
        };
        setMetric(tracking);
        return PlanPolicy(target, "TargetTrackingScaling", policy => policy.TargetTrackingScalingPolicyConfiguration = tracking);
    }

    public static AppAutoScaling.PolicyArgs PlanSteps(AppAutoScaling.Target target, StepAdjustments adjustments, int cooldownSeconds) =>
        PlanPolicy(target, "StepScaling", policy => policy.StepScalingPolicyConfiguration =
            new AppAutoScaling.Inputs.PolicyStepScalingPolicyConfigurationArgs
            {
                AdjustmentType = "ChangeInCapacity",
                MetricAggregationType = "Average",
                Cooldown = cooldownSeconds,
                StepAdjustments = [.. adjustments.Steps.Select(PlanStep)],
            });

    private static AppAutoScaling.PolicyArgs PlanPolicy(AppAutoScaling.Target target, string type, Action<AppAutoScaling.PolicyArgs> configure)
    {
        var policy = new AppAutoScaling.PolicyArgs
        {
            PolicyType = type,
            ServiceNamespace = target.ServiceNamespace,
            ScalableDimension = target.ScalableDimension,
            ResourceId = target.ResourceId,
        };
        configure(policy);
        return policy;
    }

    private static AppAutoScaling.Inputs.PolicyStepScalingPolicyConfigurationStepAdjustmentArgs PlanStep(StepAdjustment step) => new()
    {
        MetricIntervalLowerBound = step.LowerBound!,
        MetricIntervalUpperBound = step.UpperBound!,
        ScalingAdjustment = step.Change,
    };
}
