using Pulumi;

namespace Infra.LoadBalancing;

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
}
