using Pulumi;
using Dimension = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensionArgs;
using Metric = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
using MetricDimension = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs;
using MetricOf = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs;
using MetricStat = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs;
using Specification = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;

namespace Infra.Services;

/// <summary>Measures of a service that AWS has no name for: any metric, or calculated from several.
/// https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html</summary>
internal static class TrackedMetrics
{
    /// <summary>One metric as it is. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_CustomizedMetricSpecification.html</summary>
    public static Specification Of(TrackedMetricConfig metric) => new()
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
    /// The requests to each task of a service whose deployments move between two target groups; AWS's own measure knows only one.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
    /// </summary>
    public static Specification Requests(Output<string> loadBalancer, Output<string> targetGroup, Output<string> alternate) => new()
    {
        Metrics =
        [
            RequestsOf("first", loadBalancer, targetGroup),
            RequestsOf("second", loadBalancer, alternate),
            Calculated("requests", "FILL(first, 0) + FILL(second, 0)"),
        ],
    };

    public static Metric Measured(
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

    /// <summary>What the policy goes by.</summary>
    public static Metric Calculated(string id, string expression) => new() { Id = id, Expression = expression, ReturnData = true };

    private static Metric RequestsOf(string id, Output<string> loadBalancer, Output<string> targetGroup) =>
        Measured(id, "AWS/ApplicationELB", "RequestCountPerTarget", "Sum", RequestMetrics.Dimensions(loadBalancer, targetGroup));
}
