using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Clusters;

/// <summary>Scaling targets of instances whose number is fixed.</summary>
internal static class InstanceEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        foreach (var (name, instances) in config.Cluster.Instances)
        {
            effects.Expect(
                Key(stack => stack.Cluster.Instances).Named(name).Member<InstancesConfig>(block => block.TargetCapacityPercent),
                instances.MinimumInstances != instances.MaximumInstances,
                $"has no effect: minimumInstances and maximumInstances are both {instances.MaximumInstances}");
        }
    }
}
