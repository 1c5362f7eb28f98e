using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Tasks;

/// <summary>Where tasks run, what they mount, and the log of the shells in them.</summary>
internal static class TaskEffects
{
    public static void Check(StackConfig config, RuleChecker rules, EffectChecker effects)
    {
        foreach (var task in config.AllTasks)
        {
            effects.Require(
                $"{task.Path}.subnets",
                task.Task.NetworkMode != NetworkMode.Host || task.Task.InstancesIn(config.Cluster).All(instances => instances.Subnets == task.Task.Subnets),
                "does not move the instances, whose network the tasks share with networkMode host; write what cluster.instances.<name>.subnets says",
                $"{task.Path}.networkMode", $"{task.Path}.capacityProviders", "cluster.instances");
            CheckVolumes(task, effects);
            CheckCapacity(task, rules);
        }

        effects.Expect(
            "cluster.execLogRetentionDays",
            config.AllTasks.Any(task => task.Task.Exec),
            "has no effect: no service or job has exec, whose sessions that log is for");
    }

    private static void CheckVolumes(ConfiguredTask task, EffectChecker effects)
    {
        foreach (var (name, volume) in task.Task.Volumes)
        {
            var key = ConfigKey.Member($"{task.Path}.volumes", name);
            foreach (var owner in (string[])["uid", "gid"])
            {
                effects.Require(
                    $"{key}.{owner}",
                    volume.FileSystem is not null,
                    "needs fileSystem: scratch space belongs to whoever the container runs as",
                    $"{key}.fileSystem");
            }
        }
    }

    private static void CheckCapacity(ConfiguredTask task, RuleChecker rules)
    {
        foreach (var (name, provider) in task.Task.CapacityProviders)
        {
            rules.Warn([ConfigKey.Member($"{task.Path}.capacityProviders", name)], () =>
                provider is { Weight: 0, Base: 0 } ? "runs no task: weight and base are both 0" : null);
        }
    }
}
