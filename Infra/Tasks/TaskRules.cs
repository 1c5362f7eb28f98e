using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>The size, capacity and container of each task.</summary>
internal static class TaskRules
{
    // The least CPU of a task on instances. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
    private const int SmallestOnInstances = 128;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            CheckSize(task, rules);
            CheckCapacity(task, config, rules);
            CheckInstances(task, rules);
            CheckContainer(task, rules);
            CheckReferences(task, config, rules);
            VolumeRules.Check(task, config, rules);
        }
    }

    private static void CheckSize(ConfiguredTask task, RuleChecker rules)
    {
        var config = task.Task;
        KeyPath[] size = [task.KeyOf(config => config.CpuUnits), task.KeyOf(config => config.CapacityProviders)];
        if (config.RunsOnInstances)
        {
            rules.Check(size, () => config.EffectiveCpuUnits < SmallestOnInstances ? $"{config.EffectiveCpuUnits} is too low; use {SmallestOnInstances} or more" : null);
            return;
        }

        rules.Check(size, () => FargateSize.CpuUnits.Contains(config.EffectiveCpuUnits)
            ? null
            : $"{config.EffectiveCpuUnits} is not a Fargate size; use {Words.List(FargateSize.CpuUnits.Select(units => $"{units}"), "or")}");
        rules.Check([task.KeyOf(config => config.MemoryMiB), .. size], () => FargateSize.IsValid(config.EffectiveCpuUnits, config.EffectiveMemoryMiB)
            ? null
            : $"{config.EffectiveMemoryMiB} is not valid with cpuUnits {config.EffectiveCpuUnits}; use {FargateSize.DescribeMemoryMiB(config.EffectiveCpuUnits)}");
    }

    private static void CheckCapacity(ConfiguredTask task, StackConfig stack, RuleChecker rules)
    {
        var (config, providers) = (task.Task, task.KeyOf(config => config.CapacityProviders));
        rules.Check([providers], () => CapacityProblem(config.CapacityProviders));
        foreach (var provider in config.CapacityProviders.Keys.Except(ClusterConfig.FargateProviders))
        {
            rules.Check([providers.Named(provider), Key(stack => stack.Cluster.Instances)], () =>
                References.Problem(provider, stack.Cluster.Instances.Keys, "cluster.instances"));
            rules.Check([task.KeyOf(config => config.Architecture), providers, Key(stack => stack.Cluster.Instances).Named(provider)], () =>
                ArchitectureProblem(config.ArchitectureIn(stack.Cluster), provider, stack.Cluster.Instances[provider].EffectiveArchitecture));
        }
    }

    private static string? CapacityProblem(IReadOnlyDictionary<string, CapacityProviderConfig> providers)
    {
        var onFargate = providers.Keys.Count(ClusterConfig.FargateProviders.Contains);
        return providers.Values.All(provider => provider.Weight == 0) ? "needs at least one weight above 0"
            : providers.Values.Count(provider => provider.Base > 0) > 1 ? "only one provider may have a base above 0"
            : onFargate > 0 && onFargate < providers.Count ? "cannot mix Fargate and instances; use two services"
            : null;
    }

    private static string? ArchitectureProblem(Architecture wanted, string provider, Architecture present) => wanted == present
        ? null
        : $"{NameOf(wanted)} does not match the instances of {provider}, which are {NameOf(present)}";

    private static string NameOf(Architecture architecture) => architecture == Architecture.Arm64 ? "arm64" : "x86_64";

    private static void CheckInstances(ConfiguredTask task, RuleChecker rules)
    {
        var (config, mode, providers) = (task.Task, task.KeyOf(config => config.NetworkMode), task.KeyOf(config => config.CapacityProviders));
        rules.Check([mode, providers], () => config is { NetworkMode: NetworkMode.Host, RunsOnInstances: false }
            ? "host requires capacityProviders of cluster.instances: Fargate tasks always use awsvpc"
            : null);
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
        rules.Warn([mode, providers], () => config is { NetworkMode: NetworkMode.Host, RunsOnInstances: true }
            ? "host gives containers the instance role and access to every open port of the instance; use awsvpc unless they need the instance's network"
            : null);
        rules.Check([task.KeyOf(config => config.Subnets), mode, providers], () =>
            config is { Subnets: SubnetTier.Public, NetworkMode: NetworkMode.Awsvpc, RunsOnInstances: true }
                ? "public gives tasks on instances no public IP address, so they have no route to the internet; use private, or networkMode host"
                : null);
        rules.Check([task.KeyOf(config => config.EphemeralStorageGiB), providers], () => config is { EphemeralStorageGiB: not null, RunsOnInstances: true }
            ? "applies to Fargate only; on instances set cluster.instances.<name>.rootVolumeGiB"
            : null);
    }

    private static void CheckContainer(ConfiguredTask task, RuleChecker rules)
    {
        var config = task.Task;
        rules.Check([task.ImageKey, Key(stack => stack.Service)], () => task.Image.Length == 0
            ? "is required: this stack has no app:service to take the image from"
            : null);
        rules.Check([task.ImageKey], () => task.Image.Length == 0 || ImageReference.TryParse(OwnRepository.Replace(task.Image), out _)
            ? null
            : $"\"{task.Image}\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…");
        rules.Check([task.KeyOf(config => config.ReadonlyRootFilesystem), task.KeyOf(config => config.Exec)], () =>
            config is { ReadonlyRootFilesystem: true, Exec: true }
                ? "cannot be combined with exec: the ECS Exec agent must write to the file system"
                : null);
        rules.Check([task.KeyOf(config => config.ContainerHealthCheck)], () =>
            config.ContainerHealthCheck is { } check && check.TimeoutSeconds > check.EffectiveIntervalSeconds
                ? $"timeoutSeconds {check.TimeoutSeconds} is longer than intervalSeconds {check.EffectiveIntervalSeconds}"
                : null);
        rules.Check([task.KeyOf(config => config.EgressPorts)], () => config.EgressPorts.Contains(TrafficPlan.Https)
            ? null
            : $"must include {TrafficPlan.Https}: tasks use it to pull images, read secrets and send logs");
    }

    private static void CheckReferences(ConfiguredTask task, StackConfig config, RuleChecker rules)
    {
        foreach (var bucket in task.Task.Buckets.Keys)
        {
            rules.Check([task.KeyOf(config => config.Buckets).Named(bucket), Key(stack => stack.Buckets)], () =>
                References.Problem(bucket, config.Buckets.Keys, "buckets"));
        }

        foreach (var queue in task.Task.Queues.Keys)
        {
            rules.Check([task.KeyOf(config => config.Queues).Named(queue), Key(stack => stack.Queues)], () =>
                References.Problem(queue, config.Queues.Keys, "queues"));
        }
    }
}
