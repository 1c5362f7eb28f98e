using System.Diagnostics.CodeAnalysis;
using Infra.Clusters;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Networking;
using Pulumi;

namespace Infra.Stack;

/// <summary>What the tasks of a stack share: where they run, and everything they may use.</summary>
internal sealed record Platform : Foundation
{
    [SetsRequiredMembers]
    public Platform(Foundation foundation, Stores stores, Cluster cluster)
        : base(foundation) => (Stores, Cluster) = (stores, cluster);

    public Stores Stores { get; }

    public Cluster Cluster { get; }

    /// <summary>What users reach over HTTP; null where no task is behind a load balancer.</summary>
    public HttpEntry? Web { get; init; }

    public InterfaceEndpoints? Endpoints { get; init; }

    /// <summary>Where tasks find each other by name; null without such a place.</summary>
    public DiscoveryNamespace? Discovery { get; init; }

    /// <summary>Who hears of failures; null for nobody.</summary>
    public Notifications? Notifications { get; init; }

    /// <summary>
    /// What a task needs to start and to become healthy, and must keep until it has stopped: open ports, routes, capacity
    /// providers, and what it mounts and connects to.
    /// </summary>
    public IEnumerable<Resource> NeededByTasks =>
        new Resource?[] { SecurityGroups, Network, Cluster, Endpoints, Stores.Database, Stores.FileSystems }.OfType<Resource>();

    /// <summary>What texts of the stack file may name.</summary>
    public Placeholders Placeholders => field ??= new Placeholders(this);
}
