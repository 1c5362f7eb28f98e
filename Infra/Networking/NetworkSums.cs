using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Stack.Quotas;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Networking;

/// <summary>The numbers of subnets, endpoints and capacity providers, which have quotas.</summary>
internal static class NetworkSums
{
    public static IReadOnlyList<KeyPath> Keys { get; } =
    [
        Key(stack => stack.Network),
        Key(stack => stack.ExistingNetwork),
        Key(stack => stack.Cluster),
        Key(stack => stack.Database),
        Key(stack => stack.Service),
        Key(stack => stack.Services),
        Key(stack => stack.Jobs),
    ];

    public static IEnumerable<PlannedSum> Of(StackConfig config) =>
    [
        .. config.Network is { } network ? OfOwn(network) : [],
        .. config.ExistingNetwork is { } existing ? OfExisting(existing, config) : [],
        .. OfCluster(config.Cluster),
    ];

    private static IEnumerable<PlannedSum> OfOwn(NetworkConfig network)
    {
        var endpoints = network.InterfaceEndpoints.Count;
        yield return new(AwsQuotas.InterfaceEndpointsOfVpc, Key(stack => stack.Network!.InterfaceEndpoints), endpoints, Counted.Of(endpoints, "endpoint"));
    }

    private static IEnumerable<PlannedSum> OfExisting(ExistingNetworkConfig network, StackConfig config)
    {
        foreach (var tier in config.AllTasks.Where(task => task.Task.NetworkMode == NetworkMode.Awsvpc).Select(task => task.Task.Subnets).Distinct())
        {
            var (key, ids) = tier == SubnetTier.Public ? (Key(stack => stack.ExistingNetwork!.PublicSubnetIds), network.PublicSubnetIds)
                : (Key(stack => stack.ExistingNetwork!.PrivateSubnetIds), network.PrivateSubnetIds);
            var count = ids?.Count ?? 0;
            yield return new(AwsQuotas.SubnetsOfTasks, key, count, Counted.Of(count, "subnet")) { Of = $"{tier}" };
        }

        if (config.Database is not null)
        {
            var count = network.IsolatedSubnetIds?.Count ?? 0;
            yield return new(AwsQuotas.SubnetsOfDatabase, Key(stack => stack.ExistingNetwork!.IsolatedSubnetIds), count, Counted.Of(count, "subnet"));
        }
    }

    private static IEnumerable<PlannedSum> OfCluster(ClusterConfig cluster)
    {
        var own = ClusterConfig.FargateProviders.Count;
        var count = own + cluster.Instances.Count;
        yield return new(
            AwsQuotas.CapacityProvidersOfCluster,
            Key(stack => stack.Cluster.Instances),
            count,
            $"{Counted.Of(cluster.Instances.Count, "kind")} of instances and the {own} of Fargate make {Counted.Of(count, "capacity provider")}");
    }
}
