using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Stack.Rules;

namespace Infra.Tasks;

/// <summary>What one task may look like.</summary>
internal static class TaskRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            CheckSize(task, rules);
            CheckCapacity(task, config, rules);
            CheckContainer(task, rules);
            CheckReferences(task, config, rules);
            VolumeRules.Check($"{task.Path}.volumes", task.Task.Volumes, config, rules);
        }
    }

    private static void CheckSize(ConfiguredTask task, RuleChecker rules)
    {
        var (path, config) = (task.Path, task.Task);
        string[] size = [$"{path}.cpuUnits", $"{path}.capacityProviders"];
        if (config.RunsOnInstances)
        {
            rules.Check(size, () => config.EffectiveCpuUnits < SmallestOnInstances ? $"{config.EffectiveCpuUnits} is too little; use {SmallestOnInstances} or more" : null);
            return;
        }

        rules.Check(size, () => FargateSize.CpuUnits.Contains(config.EffectiveCpuUnits)
            ? null
            : $"{config.EffectiveCpuUnits} is not a Fargate size; use {Words.List(FargateSize.CpuUnits.Select(units => $"{units}"), "or")}");
        rules.Check([$"{path}.memoryMiB", .. size], () => FargateSize.IsValid(config.EffectiveCpuUnits, config.EffectiveMemoryMiB)
            ? null
            : $"{config.EffectiveMemoryMiB} does not fit cpuUnits {config.EffectiveCpuUnits}; use {FargateSize.DescribeMemoryMiB(config.EffectiveCpuUnits)}");
    }

    // What ECS itself asks of a task on instances. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
    private const int SmallestOnInstances = 128;

    private static void CheckCapacity(ConfiguredTask task, StackConfig stack, RuleChecker rules)
    {
        var (path, config) = (task.Path, task.Task);
        rules.Check([$"{path}.capacityProviders"], () => CapacityProblem(config.CapacityProviders));
        foreach (var provider in config.CapacityProviders.Keys.Except(ClusterConfig.FargateProviders))
        {
            rules.Check([ConfigKey.Member($"{path}.capacityProviders", provider), "cluster.instances"], () =>
                References.Problem(provider, stack.Cluster.Instances.Keys, "cluster.instances"));
            rules.Check([$"{path}.architecture", $"{path}.capacityProviders", $"cluster.instances.{provider}"], () =>
                ArchitectureProblem(config.ArchitectureIn(stack.Cluster), provider, stack.Cluster.Instances[provider].EffectiveArchitecture));
        }

        rules.Check([$"{path}.networkMode", $"{path}.capacityProviders"], () => config is { NetworkMode: NetworkMode.Host, RunsOnInstances: false }
            ? "host needs capacityProviders of cluster.instances: Fargate tasks always have a network of their own"
            : null);
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
        rules.Warn([$"{path}.networkMode", $"{path}.capacityProviders"], () => config is { NetworkMode: NetworkMode.Host, RunsOnInstances: true }
            ? "host lets the containers use the role of their instance as well, and every open port of it; use awsvpc unless they need the instance's network"
            : null);
        rules.Check([$"{path}.subnets", $"{path}.networkMode", $"{path}.capacityProviders"], () =>
            config is { Subnets: SubnetTier.Public, NetworkMode: NetworkMode.Awsvpc, RunsOnInstances: true }
                ? "public gives tasks on instances no public address and so no way out; use private, or networkMode host"
                : null);
        rules.Check([$"{path}.ephemeralStorageGiB", $"{path}.capacityProviders"], () => config is { EphemeralStorageGiB: not null, RunsOnInstances: true }
            ? "is for Fargate only; on instances set cluster.instances.<name>.rootVolumeGiB"
            : null);
    }

    private static string? CapacityProblem(IReadOnlyDictionary<string, CapacityProviderConfig> providers)
    {
        var onFargate = providers.Keys.Count(ClusterConfig.FargateProviders.Contains);
        return providers.Values.All(provider => provider.Weight == 0) ? "needs at least one weight over 0"
            : providers.Values.Count(provider => provider.Base > 0) > 1 ? "only one provider may have a base over 0"
            : onFargate > 0 && onFargate < providers.Count ? "cannot mix Fargate and instances in one task; use two services"
            : null;
    }

    private static string? ArchitectureProblem(Architecture wanted, string provider, Architecture present) => wanted == present
        ? null
        : $"{NameOf(wanted)} does not fit the instances of {provider}, which are {NameOf(present)}";

    private static string NameOf(Architecture architecture) => architecture == Architecture.Arm64 ? "arm64" : "x86_64";

    private static void CheckContainer(ConfiguredTask task, RuleChecker rules)
    {
        var (path, config) = (task.Path, task.Task);
        rules.Check([task.ImageKey, "service"], () => task.Image.Length == 0
            ? "is required: this stack has no app:service whose image the job could run"
            : null);
        rules.Check([task.ImageKey], () => task.Image.Length == 0 || ImageReference.TryParse(OwnRepository.Replace(task.Image), out _)
            ? null
            : $"\"{task.Image}\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…");
        rules.Check([$"{path}.readonlyRootFilesystem", $"{path}.exec"], () => config is { ReadonlyRootFilesystem: true, Exec: true }
            ? "cannot be combined with exec: the agent behind exec must write to the file system"
            : null);
        rules.Check([$"{path}.containerHealthCheck"], () => config.ContainerHealthCheck is { } check && check.TimeoutSeconds > check.EffectiveIntervalSeconds
            ? $"timeoutSeconds {check.TimeoutSeconds} is longer than intervalSeconds {check.EffectiveIntervalSeconds}"
            : null);
        rules.Check([$"{path}.egressPorts"], () => config.EgressPorts.Contains(TrafficPlan.Https)
            ? null
            : $"needs {TrafficPlan.Https}: over it a task fetches its image and secrets and sends its log");
    }

    private static void CheckReferences(ConfiguredTask task, StackConfig config, RuleChecker rules)
    {
        foreach (var bucket in task.Task.Buckets.Keys)
        {
            rules.Check([ConfigKey.Member($"{task.Path}.buckets", bucket), "buckets"], () => References.Problem(bucket, config.Buckets.Keys, "buckets"));
        }

        foreach (var queue in task.Task.Queues.Keys)
        {
            rules.Check([ConfigKey.Member($"{task.Path}.queues", queue), "queues"], () => References.Problem(queue, config.Queues.Keys, "queues"));
        }
    }
}
