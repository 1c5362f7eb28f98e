using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Clusters;

internal static class ClusterRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, instances) in config.Cluster.Instances)
        {
            CheckInstances(ConfigKey.Member("cluster.instances", name), instances, config, rules);
        }

        rules.Check(["cluster.namespace", "domain"], () => NamespaceProblem(config));
    }

    private static void CheckInstances(string key, InstancesConfig instances, StackConfig config, RuleChecker rules)
    {
        rules.Check([$"{key}.minimumInstances", $"{key}.maximumInstances"], () =>
            instances.MinimumInstances > instances.MaximumInstances
                ? $"{instances.MinimumInstances} is more than maximumInstances {instances.MaximumInstances}"
                : null);
        CheckLoad(key, instances, rules);
        rules.Check([$"{key}.instanceType"], () => rules.Region is { } region ? InstanceTypes.Check(instances.InstanceType, region) : null);
        rules.Check([$"{key}.architecture", $"{key}.instanceType"], () => ArchitectureProblem(instances));
        rules.Check([$"{key}.subnets", "network.natGateways", "network.interfaceEndpoints"], () => WayOutProblem(instances, config.Network));
        CheckExistingSubnets(key, instances, config, rules);
    }

    private static void CheckLoad(string key, InstancesConfig instances, RuleChecker rules)
    {
        rules.Check([$"{key}.targetCapacityPercent", $"{key}.cpuPercent"], () => instances is { TargetCapacityPercent: not null, CpuPercent: not null }
            ? "cannot be combined with cpuPercent; keep one: how full the instances are, or how busy"
            : null);
        rules.Check([$"{key}.cpuPercent", $"{key}.minimumInstances"], () => instances is { CpuPercent: not null, MinimumInstances: 0 }
            ? "needs minimumInstances 1 or more: without an instance there is no CPU load that would start one"
            : null);
        rules.Check([$"{key}.cpuPercent", $"{key}.minimumInstances", $"{key}.maximumInstances"], () =>
            instances is { CpuPercent: not null, MinimumInstances: > 0 } && instances.MinimumInstances == instances.MaximumInstances
                ? $"has no effect with minimumInstances and maximumInstances {instances.MaximumInstances}; raise maximumInstances, or take it out"
                : null);
    }

    private static void CheckExistingSubnets(string key, InstancesConfig instances, StackConfig config, RuleChecker rules)
    {
        if (config.ExistingNetwork is { } network)
        {
            var (tier, isThere) = instances.Subnets == SubnetTier.Public
                ? ("public", network.HasPublicSubnets)
                : ("private", network.HasPrivateSubnets);
            rules.Check([$"existingNetwork.{tier}SubnetIds", $"{key}.subnets"], () => !isThere ? $"is required by {key}.subnets {tier}" : null);
        }
    }

    private static string? ArchitectureProblem(InstancesConfig instances) =>
        (instances.EffectiveArchitecture, InstanceType.IsArm(instances.InstanceType)) switch
        {
            (Architecture.X8664, true) => $"x86_64 does not fit instanceType {instances.InstanceType}, which is arm64",
            (Architecture.Arm64, false) => $"arm64 does not fit instanceType {instances.InstanceType}, which is x86_64",
            _ => null,
        };

    // An existing network is trusted to have a way out.
    private static string? WayOutProblem(InstancesConfig instances, NetworkConfig? network)
    {
        if (network is not { NatGateways: NatGateways.None } || instances.Subnets != SubnetTier.Private)
        {
            return null;
        }

        var missing = EndpointServices.NeededByInstances.Except(network.InterfaceEndpoints).ToList();
        return missing.Count > 0
            ? "private instances reach nothing with network.natGateways none; set it to single or onePerZone, "
                + $"or add {Words.List(missing, "and")} to network.interfaceEndpoints"
            : null;
    }

    // Inside the VPC the namespace's zone answers for all names below it, and knows those of tasks only.
    private static string? NamespaceProblem(StackConfig config) =>
        config is { Cluster.Namespace: { } space, Domain: { } domain }
            && domain.Names.FirstOrDefault(name => $".{name}".EndsWith($".{space}", StringComparison.Ordinal)) is { } hidden
            ? $"{space} would hide {hidden} from everything inside the VPC; use another name"
            : null;
}
