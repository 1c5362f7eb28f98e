using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Services;

/// <summary>What CloudWatch counts the requests to a service by: the ends of the ARNs of what they come through.</summary>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="TargetGroup">The target group.</param>
/// <param name="Alternate">The other target group of a service whose deployments move traffic between two.</param>
internal sealed record RequestMetrics(Output<string> LoadBalancer, Output<string> TargetGroup, Output<string>? Alternate)
{
    /// <summary>What names the target group where only one is asked for.</summary>
    public Output<string> Label => Output.Format($"{LoadBalancer}/{TargetGroup}");

    /// <summary>The target groups, by what tells them apart in names.</summary>
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
