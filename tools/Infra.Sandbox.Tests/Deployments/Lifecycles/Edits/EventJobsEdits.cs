using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The edits of event-jobs.yaml.</summary>
internal static class EventJobsEdits
{
    public static ImmutableArray<EditRound> Rounds { get; } =
    [
        new("65 added, 16 changed, 40 destroyed",
        [
            new("app:webAcl.rateLimitPerFiveMinutes", "1000"),
            new("app:buckets.uploads.expireOldVersionsAfterDays", "60"),
            new("app:buckets.exports", "{ versioning: false, deleteWithContents: true }"),
            new("app:cache.tokenVersion", "2"),
            new("app:fileSystems.shared.transitionToColdAfterDays", "30"),
            new("app:queues.mails", "{ retentionDays: 14 }"),
            new("app:cluster.containerInsights", "disabled"),
            new("app:cluster.instances.arm.instanceType", "t4g.large"),
            new("app:cluster.instances.arm.maximumInstances", "8"),
            new("app:cluster.instances.arm.targetCapacityPercent", "90"),
            new("app:service.image", "example/media-api:2.4.0"),
            new("app:service.scaling.memoryPercent", null),
            new("app:service.scaling.schedules.night.expression", "cron(30 22 * * ? *)"),
            new("app:services.admin.routing.priority", "110"),
            new("app:jobs.thumbnails.event.prefix", "photos/"),
            new("app:notifications.emails", "[ops@example.com, media@example.com]"),
            new("app:alarms", "{ deadLetters: false, cpuPercent: 80 }"),
            new("app:cluster.instances.steady.minimumInstances", "2"),
            new("app:service.scaling.metrics", "{ sessions: { namespace: Media/Sessions, metricName: Active, targetValue: 100 } }"),
            new("app:service.scaling.schedules.morning.minimumTasks", "3"),
            new("app:services.worker", null) { NewName = "converter" },
            new("app:services.mailer", "{ image: \"example/media-mailer:1.0.0\", subnets: private, queues: { mails: receive } }"),
            new("app:services.admin.image", "example/media-admin:1.5.0"),
            new("app:services.admin.healthCheck", "{ path: /health }"),
            new("app:jobs.report", null),
            new("app:jobs.cleanup", "{ command: [node, cleanup.js], subnets: private, schedule: { expression: rate(6 hours) } }"),
            new("app:offHours", "{ stopCron: cron(0 20 ? * MON-FRI *), startCron: cron(0 6 ? * MON-FRI *), timeZone: Europe/Berlin }"),
            new("app:dashboard", null),
        ]),
    ];
}
