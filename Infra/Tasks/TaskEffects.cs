using Infra.Configuration.Binding;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>Keys of tasks that have no effect without another.</summary>
internal static class TaskEffects
{
    public static void Check(StackConfig config, RuleChecker rules, EffectChecker effects)
    {
        foreach (var task in config.AllTasks)
        {
            effects.Require(
                task.KeyOf(config => config.Subnets),
                task.Task.NetworkMode != NetworkMode.Host || task.Task.InstancesIn(config.Cluster).All(instances => instances.Subnets == task.Task.Subnets),
                "has no effect with networkMode host, where tasks use the subnets of their instance; use the value of cluster.instances.<name>.subnets",
                task.KeyOf(config => config.NetworkMode), task.KeyOf(config => config.CapacityProviders), Key(stack => stack.Cluster.Instances));
            CheckVolumes(task, effects);
            CheckCapacity(task, rules);
        }

        effects.Expect(
            Key(stack => stack.Cluster.ExecLogRetentionDays),
            config.AllTasks.Any(task => task.Task.Exec),
            "has no effect: no service or job has exec");
    }

    private static void CheckVolumes(ConfiguredTask task, EffectChecker effects)
    {
        foreach (var (name, volume) in task.Task.Volumes)
        {
            var key = task.KeyOf(config => config.Volumes).Named(name);
            foreach (var owner in (KeyPath[])[key.Member<VolumeConfig>(known => known.Uid), key.Member<VolumeConfig>(known => known.Gid)])
            {
                effects.Require(
                    owner,
                    volume.FileSystem is not null,
                    "requires fileSystem: scratch space belongs to the container's user",
                    key.Member<VolumeConfig>(known => known.FileSystem));
            }
        }
    }

    private static void CheckCapacity(ConfiguredTask task, RuleChecker rules)
    {
        foreach (var (name, provider) in task.Task.CapacityProviders)
        {
            rules.Warn([task.KeyOf(config => config.CapacityProviders).Named(name)], () =>
                provider is { Weight: 0, Base: 0 } ? "runs no tasks: weight and base are both 0" : null);
        }
    }
}
