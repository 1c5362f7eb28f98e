using Infra.Clusters;

namespace Infra.Tasks;

/// <summary>What a task runs on, under the names that ECS knows.</summary>
internal static class TaskCapacity
{
    public static IReadOnlyList<CapacityShare> SharesOf(TaskConfig task, ResourceNames names) =>
    [
        .. task.CapacityProviders
            .OrderBy(provider => provider.Key, StringComparer.Ordinal)
            .Select(provider => new CapacityShare(NameOf(provider.Key, names), provider.Value.Base, provider.Value.Weight)),
    ];

    // Known before the provider exists; what uses it waits for the cluster, which has it.
    private static string NameOf(string provider, ResourceNames names) =>
        ClusterConfig.FargateProviders.Contains(provider) ? provider : names.CapacityProvider(provider);
}

/// <summary>A capacity provider's part in running tasks.</summary>
internal sealed record CapacityShare(string Provider, int Base, int Weight);
