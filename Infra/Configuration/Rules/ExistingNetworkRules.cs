namespace Infra.Configuration.Rules;

internal static class ExistingNetworkRules
{
    private static readonly string[] Tiers =
        ["existingNetwork.publicSubnetIds", "existingNetwork.privateSubnetIds", "existingNetwork.isolatedSubnetIds"];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.ExistingNetwork is { } network)
        {
            rules.Check(Tiers, () => SharedSubnetProblem(network));
            rules.Check([Tiers[0], "loadBalancer.scheme"], () =>
                network.PublicSubnetIds is null && MakesLoadBalancer(config, LoadBalancerScheme.InternetFacing)
                    ? "is required by an internet-facing load balancer" : null);
            rules.Check([Tiers[1], "loadBalancer.scheme"], () =>
                network.PrivateSubnetIds is null && MakesLoadBalancer(config, LoadBalancerScheme.Internal)
                    ? "is required by an internal load balancer" : null);
            rules.Check([Tiers[0], "networkLoadBalancer.scheme"], () =>
                network.PublicSubnetIds is null && MakesNetworkLoadBalancer(config, LoadBalancerScheme.InternetFacing)
                    ? "is required by an internet-facing network load balancer" : null);
            rules.Check([Tiers[1], "networkLoadBalancer.scheme"], () =>
                network.PrivateSubnetIds is null && MakesNetworkLoadBalancer(config, LoadBalancerScheme.Internal)
                    ? "is required by an internal network load balancer" : null);
            foreach (var task in config.AllTasks)
            {
                CheckTask(task, network, rules);
            }

            rules.Check([Tiers[2]], () =>
                network.IsolatedSubnetIds is null && config.Database is not null ? "is required by a database" : null);
        }
    }

    private static void CheckTask(ConfiguredTask task, ExistingNetworkConfig network, RuleChecker rules)
    {
        var key = $"{task.Path}.subnets";
        rules.Check([Tiers[0], key], () =>
            network.PublicSubnetIds is null && task.Task.Subnets == SubnetTier.Public ? $"is required by {key} public" : null);
        rules.Check([Tiers[1], key], () =>
            network.PrivateSubnetIds is null && task.Task.Subnets == SubnetTier.Private ? $"is required by {key} private" : null);
    }

    private static bool MakesLoadBalancer(StackConfig config, LoadBalancerScheme scheme) =>
        config is { HasWeb: true, ExistingLoadBalancer: null } && config.LoadBalancer.Scheme == scheme;

    private static bool MakesNetworkLoadBalancer(StackConfig config, LoadBalancerScheme scheme) =>
        config.HasTcpPorts && config.NetworkLoadBalancer.Scheme == scheme;

    private static string? SharedSubnetProblem(ExistingNetworkConfig network)
    {
        var shared = (network.PublicSubnetIds ?? []).Intersect([.. network.PrivateSubnetIds ?? [], .. network.IsolatedSubnetIds ?? []]).ToList();
        return shared.Count > 0 ? $"{string.Join(", ", shared)} cannot be public and private at once" : null;
    }
}
