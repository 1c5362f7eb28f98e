using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Services;

namespace Infra.Tasks;

/// <summary>
/// Whether instances have room for their tasks. ECS waits for ever for one to have it: a deployment neither ends nor fails.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
/// </summary>
internal static class InstanceRoomRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, instances) in config.Cluster.Instances)
        {
            var key = ConfigKey.Member("cluster.instances", name);
            rules.CheckEach([$"{key}.instanceType", $"{key}.maximumInstances", "network", "existingNetwork"], () =>
            {
                WarnOfDocker(key, config, rules);
                if (InstanceTypes.Find(instances.InstanceType) is { } specification)
                {
                    Check(name, instances, InstanceRoom.Of(instances.InstanceType, specification), config, rules);
                }
            });
        }
    }

    private static void Check(string name, InstancesConfig instances, InstanceRoom room, StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks.Where(task => task.Task.CapacityProviders.ContainsKey(name)))
        {
            CheckTask(task, $"{room.InstanceType} of cluster.instances.{name}", room, rules);
        }

        var services = config.AllServices.Where(service => service.Config.CapacityProviders.Keys.SequenceEqual([name])).ToList();
        foreach (var service in services)
        {
            var keys = KeysOf(service, "maximumPercent", "minimumHealthyPercent", "desiredCount", "scaling", "deployment");
            var fewest = service.Config.Scaling?.MinimumTasks ?? service.Config.EffectiveDesiredCount;
            rules.Check(keys, () => DeploymentProblem(service.Config, fewest, name, instances, room));
            rules.Warn(keys, () => service.Config.Scaling is { } scaling ? DeploymentProblem(service.Config, scaling.MaximumTasks, name, instances, room) : null);
        }

        rules.Check(
            [$"{ConfigKey.Member("cluster.instances", name)}.maximumInstances", .. services.SelectMany(service => KeysOf(service, "desiredCount", "scaling"))],
            () => SumProblem(services, instances, room));
        rules.Warn(
            [$"{ConfigKey.Member("cluster.instances", name)}.minimumInstances", .. services.SelectMany(service => KeysOf(service, "desiredCount", "scaling"))],
            () => IdleProblem(services, instances, room));
    }

    private static void CheckTask(ConfiguredTask task, string instance, InstanceRoom room, RuleChecker rules)
    {
        var (path, config) = (task.Path, task.Task);
        rules.Check([$"{path}.cpuUnits", $"{path}.capacityProviders"], () => config.EffectiveCpuUnits > room.CpuUnits
            ? $"{config.EffectiveCpuUnits} is more than the {room.CpuUnits} of one {instance}: such a task never runs"
            : null);
        rules.Check([$"{path}.networkMode", $"{path}.capacityProviders"], () => config.NetworkMode == NetworkMode.Awsvpc && room.Interfaces == 0
            ? $"awsvpc needs a network interface for each task, and one {instance} has none to spare; use host or another type"
            : null);
        rules.Check([$"{path}.memoryMiB", $"{path}.capacityProviders"], () =>
            config.EffectiveMemoryMiB >= room.MemoryMiB ? Finding.Error($"{config.EffectiveMemoryMiB} is not less than the {room.MemoryMiB} of one {instance}, part of which the system needs: such a task never runs")
            : config.EffectiveMemoryMiB > room.SureMemoryMiB ? Finding.Warning($"{config.EffectiveMemoryMiB} may be more than one {instance} has left of {room.MemoryMiB}; {room.SureMemoryMiB} or less surely fits")
            : null);
    }

    private static string[] KeysOf(ConfiguredTask task, params string[] more) =>
        [.. ((string[])["cpuUnits", "memoryMiB", "networkMode", "capacityProviders", .. more]).Select(name => $"{task.Path}.{name}")];

    private static TaskDemand DemandOf(TaskConfig task) => new(task.EffectiveCpuUnits, task.EffectiveMemoryMiB, task.NetworkMode == NetworkMode.Awsvpc ? 1 : 0);

    private static string? DeploymentProblem(ServiceConfig service, int tasks, string name, InstancesConfig instances, InstanceRoom room)
    {
        var needed = HostPortRules.TasksForADeployment(service, tasks);
        var available = room.Holds(DemandOf(service)) * instances.MaximumInstances;
        return tasks > 0 && available > 0 && needed > available
            ? $"a deployment of {Phrase.Count(tasks, "task")} needs room for {needed} at once, and {instances.MaximumInstances} {room.InstanceType} of "
                + $"cluster.instances.{name} hold {available}; raise maximumInstances, take a larger type, or lower minimumHealthyPercent"
            : null;
    }

    private static int InstancesAtRest(IReadOnlyList<ConfiguredService> services, InstanceRoom room) =>
        room.InstancesFor(services.Aggregate(new TaskDemand(0, 0, 0), (sum, service) =>
            sum + (DemandOf(service.Config) * (service.Config.Scaling?.MinimumTasks ?? service.Config.EffectiveDesiredCount))));

    // Tasks that wait for room use no CPU.
    private static string? IdleProblem(IReadOnlyList<ConfiguredService> services, InstancesConfig instances, InstanceRoom room) =>
        !instances.FollowsTasks && InstancesAtRest(services, room) is var needed && needed > instances.MinimumInstances
            ? $"{instances.MinimumInstances} is too little with cpuPercent: the tasks of {Words.List(services.Select(service => service.Path.Text), "and")} need {needed} {room.InstanceType}, "
                + "and tasks that wait for room cause no CPU load that would start another"
            : null;

    private static string? SumProblem(IReadOnlyList<ConfiguredService> services, InstancesConfig instances, InstanceRoom room)
    {
        var needed = InstancesAtRest(services, room);
        return needed > instances.MaximumInstances
            ? $"{instances.MaximumInstances} is too little: {Words.List(services.Select(service => service.Path.Text), "and")} need {needed} {room.InstanceType} even when nothing is deployed"
            : null;
    }

    // Docker takes this range on every instance; addresses of the VPC in it cannot be reached from there.
    // https://docs.docker.com/engine/network/drivers/bridge/
    private static void WarnOfDocker(string key, StackConfig config, RuleChecker rules) => rules.Warn(["network.cidr", key], () =>
        config.Network is { } network && Ipv4Cidr.Parse(network.Cidr).Overlaps(Ipv4Cidr.Parse("172.17.0.0/16"))
            ? $"{network.Cidr} holds 172.17.0.0/16, which Docker takes for itself on the instances of {key}: what has an address in it is not reached from there"
            : null);
}
