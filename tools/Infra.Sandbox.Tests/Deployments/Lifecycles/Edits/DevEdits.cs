using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The edits of the dev stack.</summary>
internal static class DevEdits
{
    public static ImmutableArray<EditRound> Rounds { get; } =
    [
        new("1 added, 2 changed, 1 destroyed",
        [
            new("app:service.image", "dekartxyz/dekart:0.24"),
            new("app:database.allocatedStorageGiB", "30"),
        ]),
        new("25 added, 10 changed, 3 destroyed",
        [
            new("app:network.natGateways", "single"),
            new("app:network.flowLogRetentionDays", "30"),
            new("app:network.interfaceEndpoints", "[secretsmanager]"),
            new("app:loadBalancer.idleTimeoutSeconds", "120"),
            new("app:loadBalancer.allowedCidrs", "[203.0.113.0/24]"),
            new("app:loadBalancer.tlsPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06"),
            new("app:authentication.sessionTimeoutSeconds", "43200"),
            new("app:database.instanceClass", "db.t4g.small"),
            new("app:database.backupRetentionDays", "7"),
            new("app:database.logExports", "[postgresql]"),
            new("app:buckets.results.versioning", "true"),
            new("app:cluster.containerInsights", "enabled"),
            new("app:cluster.execLogRetentionDays", "30"),
            new("app:service.memoryMiB", "1024"),
            new("app:service.cpuUnits", "512"),
            new("app:service.environment.DEKART_LOG_DEBUG", "\"1\""),
            new("app:service.healthCheck.path", "/healthz"),
            new("app:service.logRetentionDays", "14"),
            new("app:queues", "{ exports: {} }"),
            new("app:fileSystems", "{ shared: { deletionProtection: false } }"),
        ]),
    ];
}
