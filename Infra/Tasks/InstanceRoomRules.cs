using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Services;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>
/// Whether instances have room for their tasks. A task without room stays pending, and its deployment neither succeeds nor fails.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
/// </summary>
internal static class InstanceRoomRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, instances) in config.Cluster.Instances)
        {
            var key = Key(stack => stack.Cluster.Instances).Named(name);
            rules.CheckEach(
                [
                    key.Member<InstancesConfig>(instances => instances.InstanceType), key.Member<InstancesConfig>(instances => instances.MaximumInstances),
                    Key(stack => stack.Network), Key(stack => stack.ExistingNetwork),
                ],
                () =>
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
            CheckDeployment(service, name, instances, room, rules);
        }

        var key = Key(stack => stack.Cluster.Instances).Named(name);
        KeyPath[] counts = [.. services.SelectMany(CountKeysOf)];
        rules.Check([key.Member<InstancesConfig>(instances => instances.MaximumInstances), .. counts], () => SumProblem(services, instances, room));
        rules.Warn([key.Member<InstancesConfig>(instances => instances.MinimumInstances), .. counts], () => IdleProblem(services, instances, room));
    }

    private static void CheckDeployment(ConfiguredService service, string name, InstancesConfig instances, InstanceRoom room, RuleChecker rules)
    {
        KeyPath[] keys =
        [
            .. CountKeysOf(service), service.KeyOf(config => config.MaximumPercent), service.KeyOf(config => config.MinimumHealthyPercent),
            service.KeyOf(config => config.Deployment),
        ];
        rules.Check(keys, () => DeploymentProblem(service.Config, FewestTasks(service), name, instances, room));
        rules.Warn(keys, () => service.Config.Scaling is { } scaling ? DeploymentProblem(service.Config, scaling.MaximumTasks, name, instances, room) : null);
    }

    private static void CheckTask(ConfiguredTask task, string instance, InstanceRoom room, RuleChecker rules)
    {
        var (config, providers) = (task.Task, task.KeyOf(config => config.CapacityProviders));
        rules.Check([task.KeyOf(config => config.CpuUnits), providers], () => config.EffectiveCpuUnits > room.CpuUnits
            ? $"{config.EffectiveCpuUnits} is more than the {room.CpuUnits} CPU units of one {instance}, so the task can never be placed"
            : null);
        rules.Check([task.KeyOf(config => config.NetworkMode), providers], () => config.NetworkMode == NetworkMode.Awsvpc && room.Interfaces == 0
            ? $"awsvpc needs a network interface for each task, but one {instance} has none to spare; use host or another instance type"
            : null);
        rules.Check([task.KeyOf(config => config.MemoryMiB), providers], () =>
            config.EffectiveMemoryMiB >= room.MemoryMiB
                ? Finding.Error($"{config.EffectiveMemoryMiB} leaves no memory for the system of one {instance} ({room.MemoryMiB} MiB), so the task can never be placed")
            : config.EffectiveMemoryMiB > room.SureMemoryMiB
                ? Finding.Warning($"{config.EffectiveMemoryMiB} may not fit one {instance}, whose system uses part of the {room.MemoryMiB} MiB; {room.SureMemoryMiB} or less fits")
            : null);
    }

    private static KeyPath[] CountKeysOf(ConfiguredService service) =>
    [
        service.KeyOf(config => config.CpuUnits), service.KeyOf(config => config.MemoryMiB), service.KeyOf(config => config.NetworkMode),
        service.KeyOf(config => config.CapacityProviders), service.KeyOf(config => config.DesiredCount), service.KeyOf(config => config.Scaling),
    ];

    private static TaskDemand DemandOf(TaskConfig task) => new(task.EffectiveCpuUnits, task.EffectiveMemoryMiB, task.NetworkMode == NetworkMode.Awsvpc ? 1 : 0);

    private static int FewestTasks(ConfiguredService service) => service.Config.Scaling?.MinimumTasks ?? service.Config.EffectiveDesiredCount;

    private static string? DeploymentProblem(ServiceConfig service, int tasks, string name, InstancesConfig instances, InstanceRoom room)
    {
        var needed = service.TasksDuringDeployment(tasks);
        var available = room.Holds(DemandOf(service)) * instances.MaximumInstances;
        return tasks > 0 && available > 0 && needed > available
            ? $"a deployment of {Phrase.Count(tasks, "task")} runs up to {needed} at once, but {instances.MaximumInstances} {room.InstanceType} of "
                + $"cluster.instances.{name} hold {available}; raise maximumInstances, use a larger instance type or lower minimumHealthyPercent"
            : null;
    }

    private static int InstancesAtRest(IReadOnlyList<ConfiguredService> services, InstanceRoom room) =>
        room.InstancesFor(services.Aggregate(new TaskDemand(0, 0, 0), (sum, service) => sum + (DemandOf(service.Config) * FewestTasks(service))));

    private static string? IdleProblem(IReadOnlyList<ConfiguredService> services, InstancesConfig instances, InstanceRoom room) =>
        !instances.FollowsTasks && InstancesAtRest(services, room) is var needed && needed > instances.MinimumInstances
            ? $"{instances.MinimumInstances} is too few with cpuPercent: the tasks of {Words.List(services.Select(service => service.Path.Text), "and")} need {needed} {room.InstanceType}, "
                + "and pending tasks cause no CPU load that would start another"
            : null;

    private static string? SumProblem(IReadOnlyList<ConfiguredService> services, InstancesConfig instances, InstanceRoom room)
    {
        var needed = InstancesAtRest(services, room);
        return needed > instances.MaximumInstances
            ? $"{instances.MaximumInstances} is too few: {Words.List(services.Select(service => service.Path.Text), "and")} need {needed} {room.InstanceType} even without a deployment"
            : null;
    }

    // The range of Docker's bridge on every instance.
    // https://docs.docker.com/engine/network/drivers/bridge/
    private static void WarnOfDocker(KeyPath key, StackConfig config, RuleChecker rules) => rules.Warn([Key(stack => stack.Network!.Cidr), key], () =>
        config.Network is { } network && Ipv4Cidr.Parse(network.Cidr).Overlaps(Ipv4Cidr.Parse("172.17.0.0/16"))
            ? $"{network.Cidr} overlaps 172.17.0.0/16, which Docker uses on the instances of {key}: they cannot reach addresses in it"
            : null);
}
