using Pulumi;
using Dimension = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensionArgs;
using Metric = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
using MetricDimension = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs;
using MetricOf = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs;
using MetricStat = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs;
using Specification = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;

namespace Infra.Services;

/// <summary>Customized metric specifications for target tracking: a single metric, or a metric math expression.
/// https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html</summary>
internal static class TrackedMetrics
{
    /// <summary>A single metric. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_CustomizedMetricSpecification.html</summary>
    public static Specification Plan(TrackedMetricConfig metric) => new()
    {
        Namespace = metric.Namespace,
        MetricName = metric.MetricName,
        Statistic = $"{metric.Statistic}",
        Dimensions =
        [
            .. metric.Dimensions
                .OrderBy(dimension => dimension.Key, StringComparer.Ordinal)
                .Select(dimension => new Dimension { Name = dimension.Key, Value = dimension.Value }),
        ],
    };

    /// <summary>
    /// The requests per task of a service with two target groups; the predefined metric supports only one.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
    /// </summary>
    public static Specification PlanRequests(Output<string> loadBalancer, Output<string> targetGroup, Output<string> alternate) => new()
    {
        Metrics =
        [
            PlanRequestCount("first", loadBalancer, targetGroup),
            PlanRequestCount("second", loadBalancer, alternate),
            PlanExpression("requests", "FILL(first, 0) + FILL(second, 0)"),
        ],
    };

    public static Metric PlanMetric(
        string id, string @namespace, string metric, string statistic, IReadOnlyDictionary<string, Output<string>> dimensions) => new()
        {
            Id = id,
            ReturnData = false,
            MetricStat = new MetricStat
            {
                Stat = statistic,
                Metric = new MetricOf
                {
                    Namespace = @namespace,
                    MetricName = metric,
                    Dimensions = [.. dimensions.Select(dimension => new MetricDimension { Name = dimension.Key, Value = dimension.Value })],
                },
            },
        };

    /// <summary>The expression that the policy tracks.</summary>
    public static Metric PlanExpression(string id, string expression) => new() { Id = id, Expression = expression, ReturnData = true };

    private static Metric PlanRequestCount(string id, Output<string> loadBalancer, Output<string> targetGroup) =>
        PlanMetric(id, "AWS/ApplicationELB", "RequestCountPerTarget", "Sum", RequestMetrics.Dimensions(loadBalancer, targetGroup));
}
