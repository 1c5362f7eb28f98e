using Infra.Configuration.Binding;
using Infra.LoadBalancing;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Networking;

internal static class ExistingNetworkRules
{
    private static readonly KeyPath PublicSubnets = Key(stack => stack.ExistingNetwork!.PublicSubnetIds);
    private static readonly KeyPath PrivateSubnets = Key(stack => stack.ExistingNetwork!.PrivateSubnetIds);
    private static readonly KeyPath IsolatedSubnets = Key(stack => stack.ExistingNetwork!.IsolatedSubnetIds);

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.ExistingNetwork is { } network)
        {
            CheckVpc(network, rules);
            CheckNewSubnets(config, network, rules);
            rules.Check([PublicSubnets, PrivateSubnets, IsolatedSubnets], () => SharedSubnetProblem(network));
            CheckLoadBalancers(config, network, rules);
            foreach (var task in config.AllTasks.Where(task => task.Task.NetworkMode != NetworkMode.Host))
            {
                CheckTask(task, network, rules);
            }

            rules.Check([IsolatedSubnets], () =>
                !network.HasIsolatedSubnets && config.Parts.FirstOrDefault(part => part.NeedsIsolatedSubnets) is { } part ? $"is required by app:{part.Key}" : null);
        }
    }

    private static void CheckVpc(ExistingNetworkConfig network, RuleChecker rules)
    {
        var isDefault = Key(stack => stack.ExistingNetwork!.Default);
        rules.Check([Key(stack => stack.ExistingNetwork!.VpcId), isDefault], () => (network.VpcId, network.Default) switch
        {
            (null, false) => "is required unless default is true",
            (not null, true) => "cannot be combined with default",
            _ => null,
        });
        rules.Check([Key(stack => stack.ExistingNetwork!.Zones), isDefault], () =>
            network is { Zones: not null, Default: false } ? "has no effect without default: subnets given by ID have their zones already" : null);
    }

    private static void CheckNewSubnets(StackConfig config, ExistingNetworkConfig network, RuleChecker rules)
    {
        if (network.NewSubnets is not { } subnets)
        {
            return;
        }

        NewSubnetsRules.Check(subnets, rules);
        var publicCidrs = Key(stack => stack.ExistingNetwork!.NewSubnets!.PublicCidrs);
        var privateCidrs = Key(stack => stack.ExistingNetwork!.NewSubnets!.PrivateCidrs);
        var isolatedCidrs = Key(stack => stack.ExistingNetwork!.NewSubnets!.IsolatedCidrs);
        rules.Check([publicCidrs, PublicSubnets], () => BothProblem(subnets.PublicCidrs, network.PublicSubnetIds, PublicSubnets));
        rules.Check([privateCidrs, PrivateSubnets], () => BothProblem(subnets.PrivateCidrs, network.PrivateSubnetIds, PrivateSubnets));
        rules.Check([isolatedCidrs, IsolatedSubnets], () => BothProblem(subnets.IsolatedCidrs, network.IsolatedSubnetIds, IsolatedSubnets));
        rules.Check([Key(stack => stack.ExistingNetwork!.DualStack), publicCidrs], () =>
            network.DualStack && subnets.PublicCidrs is not null ? "needs public subnets with IPv6 addresses; those of newSubnets have none" : null);
        rules.Warn([Key(stack => stack.ExistingNetwork!.NewSubnets!.NatGatewayIds), privateCidrs], () =>
            subnets is { PrivateCidrs: not null, NatGatewayIds.Count: 0 } && config.AllTasks.Any(task => task.Task.Subnets == SubnetTier.Private)
                ? "is empty: private tasks start only if the VPC has endpoints for ECR, CloudWatch Logs and the source of their secrets" : null);
    }

    private static string? BothProblem(object? cidrs, object? ids, KeyPath idsKey) =>
        cidrs is not null && ids is not null ? $"cannot be combined with {idsKey}" : null;

    private static void CheckLoadBalancers(StackConfig config, ExistingNetworkConfig network, RuleChecker rules)
    {
        if (config.HasOwnLoadBalancer)
        {
            CheckScheme(Key(stack => stack.LoadBalancer.Scheme), config.LoadBalancer.Scheme, "load balancer", network, rules);
        }

        if (config.HasTcpPorts)
        {
            CheckScheme(Key(stack => stack.NetworkLoadBalancer.Scheme), config.NetworkLoadBalancer.Scheme, "network load balancer", network, rules);
        }
    }

    private static void CheckScheme(KeyPath key, LoadBalancerScheme scheme, string kind, ExistingNetworkConfig network, RuleChecker rules)
    {
        rules.Check([PublicSubnets, key], () => scheme == LoadBalancerScheme.InternetFacing && !network.HasPublicSubnets
            ? $"is required by an internet-facing {kind}"
            : null);
        rules.Check([PrivateSubnets, key], () => scheme == LoadBalancerScheme.Internal && !network.HasPrivateSubnets
            ? $"is required by an internal {kind}"
            : null);
    }

    private static void CheckTask(ConfiguredTask task, ExistingNetworkConfig network, RuleChecker rules)
    {
        var key = task.KeyOf(config => config.Subnets);
        rules.Check([PublicSubnets, key], () =>
            !network.HasPublicSubnets && task.Task.Subnets == SubnetTier.Public ? $"is required by {key} public" : null);
        rules.Check([PrivateSubnets, key], () =>
            !network.HasPrivateSubnets && task.Task.Subnets == SubnetTier.Private ? $"is required by {key} private" : null);
    }

    private static string? SharedSubnetProblem(ExistingNetworkConfig network)
    {
        var shared = (network.PublicSubnetIds ?? []).Intersect([.. network.PrivateSubnetIds ?? [], .. network.IsolatedSubnetIds ?? []]).ToList();
        return shared.Count > 0 ? $"cannot contain {string.Join(", ", shared)}, which privateSubnetIds or isolatedSubnetIds also contains" : null;
    }
}
