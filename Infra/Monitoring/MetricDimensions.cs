using Pulumi;

namespace Infra.Monitoring;

/// <summary>How CloudWatch tells the metrics of one thing from those of all others of its kind.</summary>
internal static class MetricDimensions
{
    public static IReadOnlyDictionary<string, Output<string>> OfLoadBalancer(Output<string> arnSuffix) =>
        new Dictionary<string, Output<string>> { ["LoadBalancer"] = arnSuffix };

    public static IReadOnlyDictionary<string, Output<string>> OfTargetGroup(Output<string> loadBalancerArnSuffix, Output<string> arnSuffix) =>
        new Dictionary<string, Output<string>> { ["LoadBalancer"] = loadBalancerArnSuffix, ["TargetGroup"] = arnSuffix };

    public static IReadOnlyDictionary<string, Output<string>> OfService(Output<string> clusterName, Output<string> name) =>
        new Dictionary<string, Output<string>> { ["ClusterName"] = clusterName, ["ServiceName"] = name };

    public static IReadOnlyDictionary<string, Output<string>> OfDatabase(Output<string> identifier) =>
        new Dictionary<string, Output<string>> { ["DBInstanceIdentifier"] = identifier };

    public static IReadOnlyDictionary<string, Output<string>> OfQueue(Output<string> name) =>
        new Dictionary<string, Output<string>> { ["QueueName"] = name };
}
