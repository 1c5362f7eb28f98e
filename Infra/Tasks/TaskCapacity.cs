using Infra.Clusters;

namespace Infra.Tasks;

/// <summary>The capacity provider strategy of a task, with the names of the capacity providers in ECS.</summary>
internal static class TaskCapacity
{
    public static IReadOnlyList<CapacityShare> SharesOf(TaskConfig task, ResourceNames names) =>
    [
        .. task.CapacityProviders
            .OrderBy(provider => provider.Key, StringComparer.Ordinal)
            .Select(provider => new CapacityShare(NameOf(provider.Key, names), provider.Value.Base, provider.Value.Weight)),
    ];

    // A fixed name; resources that use the capacity provider wait for the cluster, which waits for the provider.
    private static string NameOf(string provider, ResourceNames names) =>
        ClusterConfig.FargateProviders.Contains(provider) ? provider : names.CapacityProvider(provider);
}

/// <summary>An entry of a capacity provider strategy.</summary>
internal sealed record CapacityShare(string Provider, int Base, int Weight);
