using Infra.Clusters;
using Infra.Services;
using Pulumi;

namespace Infra.Tasks;

/// <summary>The command that leads from a port of the operator's machine through a running task to the database.</summary>
internal static class DatabaseTunnel
{
    /// <summary>Through the first service that allows sessions and may connect to the database; null where there is none.</summary>
    public static Output<string?> CommandFor(Platform platform, IEnumerable<Service> services) =>
        platform.Stores.Database is { } database && services.FirstOrDefault(service => Leads(service.Configured.Config)) is { } way
            ? Output.Tuple(platform.Cluster.ClusterName, way.ServiceName, database.Host, database.Port).Apply(known => (string?)new DatabaseTunnelCommand
            {
                Region = platform.Context.Region,
                Cluster = known.Item1,
                Service = known.Item2,
                Host = known.Item3,
                Port = known.Item4,
            }.Text())
            : Output.Create((string?)null);

    private static bool Leads(ServiceConfig service) => service.Exec && TaskConnections.UseDatabase(service);
}
