using Infra.Clusters;
using Infra.Databases;
using Pulumi;

namespace Infra.Services;

/// <summary>The command that leads from a port of the operator's machine through a running task to the database.</summary>
internal static class DatabaseTunnel
{
    /// <summary>Through the first service that allows sessions and uses the database; null where there is none.</summary>
    public static Output<string>? Command(StackContext context, DatabaseConfig? config, Database? database, IEnumerable<Service> services)
    {
        var description = new DatabaseDescription(config);
        return database is not null && services.FirstOrDefault(service => service.Configured.Config is { Exec: true } task && description.IsUsedBy(task)) is { } way
            ? Output.Tuple(way.ClusterName, way.ServiceName, database.Host, database.Port).Apply(known => new DatabaseTunnelCommand
            {
                Region = context.Region,
                Cluster = known.Item1,
                Service = known.Item2,
                Host = known.Item3,
                Port = known.Item4,
            }.Text())
            : null;
    }
}
