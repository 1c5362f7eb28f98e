using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The edits of the prod stack.</summary>
internal static class ProdEdits
{
    public static ImmutableArray<EditRound> Rounds { get; } =
    [
        new("5 added, 13 changed, 3 destroyed",
        [
            new("app:network.flowLogRetentionDays", "30"),
            new("app:loadBalancer.accessLogRetentionDays", "30"),
            new("app:database.instanceClass", "db.t4g.large"),
            new("app:database.maxAllocatedStorageGiB", "400"),
            new("app:database.multiAz", "false"),
            new("app:database.backupWindow", "01:00-02:00"),
            new("app:database.maintenanceWindow", "sun:03:00-sun:04:00"),
            new("app:database.logRetentionDays", "30"),
            new("app:database.alarms", "{ freeStorageGiB: 10 }"),
            new("app:database.passwordVersion", "2"),
            new("app:buckets.results.expireAfterDays", "730"),
            new("app:service.secrets.DEKART_MAPBOX_TOKEN", null),
            new("app:service.healthCheck.intervalSeconds", "15"),
            new("app:service.deregistrationDelaySeconds", "60"),
            new("app:service.exec", "true"),
            new("app:notifications.emails", "[ops@example.com, maps@example.com]"),
            new("app:alarms", "{ serverErrorsPercent: 2, cpuPercent: 0 }"),
            new("app:dashboard", "true"),
        ]),
    ];
}
