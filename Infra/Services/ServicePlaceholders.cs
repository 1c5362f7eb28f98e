using Infra.Clusters;
using Pulumi;

namespace Infra.Services;

/// <summary>The names and ARNs of services, which are fixed, so that task definitions can contain them before the services exist.</summary>
internal sealed record ServicePlaceholders : IStackPart
{
    public required StackContext Context { get; init; }

    public required Cluster Cluster { get; init; }

    public required bool HasMain { get; init; }

    public required IReadOnlyList<string> DiscoveryNames { get; init; }

    public DiscoveryNamespace? Discovery { get; init; }

    public static ServicePlaceholders Create(StackConfig config, StackContext context, Cluster cluster, DiscoveryNamespace? discovery) => new()
    {
        Context = context,
        Cluster = cluster,
        HasMain = config.Service is not null,
        DiscoveryNames = config.DiscoveryNames,
        Discovery = discovery,
    };

    public IReadOnlyDictionary<string, Output<string>> Placeholders => new Dictionary<string, Output<string>>(
    [
        .. HasMain ? PlanMain() : [],
        .. DiscoveryNames.Select(name => KeyValuePair.Create(ServicesDescription.Discovery(name), Output.Format($"{name}.{Discovery!.DomainName}"))),
    ]);

    private KeyValuePair<string, Output<string>>[] PlanMain()
    {
        var name = Context.Names.OfService().InCluster;
        return
        [
            KeyValuePair.Create(ServicesDescription.Name, Output.Create(name)),
            // Not taken from the service, which is created from the task definition.
            KeyValuePair.Create(
                ServicesDescription.Arn,
                Output.Tuple(Context.AccountId, Cluster.ClusterName).Apply(known => Context.Partition.Arn(
                    "ecs", Context.Region, known.Item1, $"service/{known.Item2}/{name}"))),
        ];
    }
}
