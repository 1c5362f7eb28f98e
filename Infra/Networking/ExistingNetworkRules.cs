using Infra.LoadBalancing;
using Infra.Tasks;

namespace Infra.Networking;

internal static class ExistingNetworkRules
{
    private static readonly string[] Tiers =
        ["existingNetwork.publicSubnetIds", "existingNetwork.privateSubnetIds", "existingNetwork.isolatedSubnetIds"];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.ExistingNetwork is { } network)
        {
            CheckVpc(network, rules);
            CheckNewSubnets(config, network, rules);
            rules.Check(Tiers, () => SharedSubnetProblem(network));
            rules.Check([Tiers[0], "loadBalancer.scheme"], () =>
                !network.HasPublicSubnets && MakesLoadBalancer(config, LoadBalancerScheme.InternetFacing)
                    ? "is required by an internet-facing load balancer" : null);
            rules.Check([Tiers[1], "loadBalancer.scheme"], () =>
                !network.HasPrivateSubnets && MakesLoadBalancer(config, LoadBalancerScheme.Internal)
                    ? "is required by an internal load balancer" : null);
            rules.Check([Tiers[0], "networkLoadBalancer.scheme"], () =>
                !network.HasPublicSubnets && MakesNetworkLoadBalancer(config, LoadBalancerScheme.InternetFacing)
                    ? "is required by an internet-facing network load balancer" : null);
            rules.Check([Tiers[1], "networkLoadBalancer.scheme"], () =>
                !network.HasPrivateSubnets && MakesNetworkLoadBalancer(config, LoadBalancerScheme.Internal)
                    ? "is required by an internal network load balancer" : null);
            foreach (var task in config.AllTasks.Where(task => task.Task.NetworkMode != NetworkMode.Host))
            {
                CheckTask(task, network, rules);
            }

            rules.Check([Tiers[2]], () =>
                !network.HasIsolatedSubnets && config.Database is not null ? "is required by a database" : null);
        }
    }

    private static void CheckVpc(ExistingNetworkConfig network, RuleChecker rules)
    {
        rules.Check(["existingNetwork.vpcId", "existingNetwork.default"], () => (network.VpcId, network.Default) switch
        {
            (null, false) => "or default: true is required",
            (not null, true) => "cannot be combined with default; keep one",
            _ => null,
        });
        rules.Check(["existingNetwork.zones", "existingNetwork.default"], () =>
            network is { Zones: not null, Default: false } ? "has no effect without default: true; the subnets given by id have their zones" : null);
    }

    private static void CheckNewSubnets(StackConfig config, ExistingNetworkConfig network, RuleChecker rules)
    {
        const string Key = "existingNetwork.newSubnets";
        if (network.NewSubnets is not { } subnets)
        {
            return;
        }

        NewSubnetsRules.Check(subnets, rules);
        rules.Check([$"{Key}.publicCidrs", Tiers[0]], () => BothProblem(subnets.PublicCidrs, network.PublicSubnetIds, "publicSubnetIds"));
        rules.Check([$"{Key}.privateCidrs", Tiers[1]], () => BothProblem(subnets.PrivateCidrs, network.PrivateSubnetIds, "privateSubnetIds"));
        rules.Check([$"{Key}.isolatedCidrs", Tiers[2]], () => BothProblem(subnets.IsolatedCidrs, network.IsolatedSubnetIds, "isolatedSubnetIds"));
        rules.Check(["existingNetwork.dualStack", $"{Key}.publicCidrs"], () =>
            network.DualStack && subnets.PublicCidrs is not null ? $"needs public subnets with IPv6 addresses, and those of newSubnets have none" : null);
        rules.Warn([$"{Key}.natGatewayIds", $"{Key}.privateCidrs"], () =>
            subnets is { PrivateCidrs: not null, NatGatewayIds.Count: 0 } && config.AllTasks.Any(task => task.Task.Subnets == SubnetTier.Private)
                ? "is empty: private tasks start only if the VPC has endpoints for ECR, logs and their secrets" : null);
    }

    private static string? BothProblem(object? cidrs, object? ids, string idsKey) =>
        cidrs is not null && ids is not null ? $"cannot be combined with existingNetwork.{idsKey}; keep one" : null;

    private static void CheckTask(ConfiguredTask task, ExistingNetworkConfig network, RuleChecker rules)
    {
        var key = $"{task.Path}.subnets";
        rules.Check([Tiers[0], key], () =>
            !network.HasPublicSubnets && task.Task.Subnets == SubnetTier.Public ? $"is required by {key} public" : null);
        rules.Check([Tiers[1], key], () =>
            !network.HasPrivateSubnets && task.Task.Subnets == SubnetTier.Private ? $"is required by {key} private" : null);
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
