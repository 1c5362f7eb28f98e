using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Clusters;

/// <summary>Instances whose number cannot change.</summary>
internal static class InstanceEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        foreach (var (name, instances) in config.Cluster.Instances)
        {
            effects.Expect(
                $"{ConfigKey.Member("cluster.instances", name)}.targetCapacityPercent",
                instances.MinimumInstances != instances.MaximumInstances,
                $"has no effect: minimumInstances and maximumInstances are both {instances.MaximumInstances}");
        }
    }
}
