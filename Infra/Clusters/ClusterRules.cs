using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Clusters;

internal static class ClusterRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, instances) in config.Cluster.Instances)
        {
            CheckInstances(Key(stack => stack.Cluster.Instances).Named(name), instances, config, rules);
        }

        rules.Check([Key(stack => stack.Cluster.Namespace), Key(stack => stack.Domain)], () => NamespaceProblem(config));
        UnusedEntries.Warn(
            rules,
            Key(stack => stack.Cluster.Instances),
            config.Cluster.Instances.Keys,
            name => config.AllTasks.Any(task => task.Task.CapacityProviders.ContainsKey(name)),
            "nothing in this stack runs on them; add them to the capacityProviders of a service or job");
        rules.Warn([Key(stack => stack.Cluster.Namespace)], () =>
            config.Cluster.Namespace is not null && config.DiscoveryNames.Count == 0 ? "is empty; give a service a discoveryName" : null);
    }

    private static void CheckInstances(KeyPath key, InstancesConfig instances, StackConfig config, RuleChecker rules)
    {
        var (type, subnets) = (key.Member<InstancesConfig>(block => block.InstanceType), key.Member<InstancesConfig>(block => block.Subnets));
        CheckScaling(key, instances, rules);
        rules.Check([type], () => rules.Region is { } region ? InstanceTypes.Check(instances.InstanceType, region) : null);
        rules.Check([key.Member<InstancesConfig>(block => block.Architecture), type], () => ArchitectureProblem(instances));
        rules.Check(
            [subnets, Key(stack => stack.Network!.NatGateways), Key(stack => stack.Network!.InterfaceEndpoints)],
            () => EndpointProblem(instances, config.Network));
        CheckExistingSubnets(subnets, instances.Subnets, config.ExistingNetwork, rules);
    }

    private static void CheckScaling(KeyPath key, InstancesConfig instances, RuleChecker rules)
    {
        var (minimum, maximum) = (key.Member<InstancesConfig>(block => block.MinimumInstances), key.Member<InstancesConfig>(block => block.MaximumInstances));
        var cpu = key.Member<InstancesConfig>(block => block.CpuPercent);
        rules.Check([minimum, maximum], () => instances.MinimumInstances > instances.MaximumInstances
            ? $"{instances.MinimumInstances} is more than maximumInstances {instances.MaximumInstances}"
            : null);
        rules.Check([key.Member<InstancesConfig>(block => block.TargetCapacityPercent), cpu], () => instances is { TargetCapacityPercent: not null, CpuPercent: not null }
            ? "cannot be combined with cpuPercent"
            : null);
        rules.Check([cpu, minimum], () => instances is { CpuPercent: not null, MinimumInstances: 0 }
            ? "needs minimumInstances 1 or more: without an instance there is no CPU load to scale by"
            : null);
        rules.Check([cpu, minimum, maximum], () =>
            instances is { CpuPercent: not null, MinimumInstances: > 0 } && instances.MinimumInstances == instances.MaximumInstances
                ? $"has no effect with minimumInstances and maximumInstances {instances.MaximumInstances}; raise maximumInstances or remove it"
                : null);
    }

    private static void CheckExistingSubnets(KeyPath subnets, SubnetTier tier, ExistingNetworkConfig? network, RuleChecker rules)
    {
        if (network is null)
        {
            return;
        }

        if (tier == SubnetTier.Public)
        {
            rules.Check(
                [Key(stack => stack.ExistingNetwork!.PublicSubnetIds), subnets],
                () => network.HasPublicSubnets ? null : $"is required by {subnets} public");
        }
        else
        {
            rules.Check(
                [Key(stack => stack.ExistingNetwork!.PrivateSubnetIds), subnets],
                () => network.HasPrivateSubnets ? null : $"is required by {subnets} private");
        }
    }

    private static string? ArchitectureProblem(InstancesConfig instances) =>
        (instances.EffectiveArchitecture, InstanceType.IsArm(instances.InstanceType)) switch
        {
            (Architecture.X8664, true) => $"x86_64 does not fit instanceType {instances.InstanceType}, which is arm64",
            (Architecture.Arm64, false) => $"arm64 does not fit instanceType {instances.InstanceType}, which is x86_64",
            _ => null,
        };

    // The routes of an existing network are not known.
    private static string? EndpointProblem(InstancesConfig instances, NetworkConfig? network)
    {
        if (network is not { NatGateways: NatGateways.None } || instances.Subnets != SubnetTier.Private)
        {
            return null;
        }

        var missing = EndpointServices.NeededByInstances.Except(network.InterfaceEndpoints).ToList();
        return missing.Count > 0
            ? "private instances have no route to ECS with network.natGateways none; set it to single or onePerZone, "
                + $"or add {Words.List(missing, "and")} to network.interfaceEndpoints"
            : null;
    }

    // In the VPC, the private hosted zone of the namespace answers for all names below it, and knows only those of tasks.
    private static string? NamespaceProblem(StackConfig config) =>
        config is { Cluster.Namespace: { } space, Domain: { } domain }
            && domain.Names.FirstOrDefault(name => $".{name}".EndsWith($".{space}", StringComparison.Ordinal)) is { } hidden
            ? $"{space} would hide {hidden} from everything inside the VPC; use another name"
            : null;
}
