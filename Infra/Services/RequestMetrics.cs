using Pulumi;

namespace Infra.Services;

/// <summary>The CloudWatch dimensions of the requests to a service.</summary>
/// <param name="LoadBalancer">The ARN suffix of the load balancer.</param>
/// <param name="TargetGroup">The ARN suffix of the target group.</param>
/// <param name="Alternate">The ARN suffix of the second target group; null for a service without one.</param>
internal sealed record RequestMetrics(Output<string> LoadBalancer, Output<string> TargetGroup, Output<string>? Alternate)
{
    /// <summary>The resource label of the predefined metric <c>ALBRequestCountPerTarget</c>.</summary>
    public Output<string> ResourceLabel => Output.Format($"{LoadBalancer}/{TargetGroup}");

    /// <summary>The target groups by their suffixes in names.</summary>
    public IReadOnlyDictionary<string, Output<string>> TargetGroups => Alternate is null
        ? new Dictionary<string, Output<string>> { [""] = TargetGroup }
        : new Dictionary<string, Output<string>> { [""] = TargetGroup, ["-alt"] = Alternate };

    /// <summary>The dimensions of a target group's metrics.</summary>
    public static IReadOnlyDictionary<string, Output<string>> Dimensions(Output<string> loadBalancer, Output<string> targetGroup) =>
        new Dictionary<string, Output<string>> { ["LoadBalancer"] = loadBalancer, ["TargetGroup"] = targetGroup };
}

/// <summary>The metrics of a service's tasks.</summary>
internal static class ServiceMetrics
{
    public static IReadOnlyDictionary<string, Output<string>> Dimensions(Output<string> clusterName, Output<string> serviceName) =>
        new Dictionary<string, Output<string>> { ["ClusterName"] = clusterName, ["ServiceName"] = serviceName };
}
