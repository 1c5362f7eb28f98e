using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The edits of live-beats.yaml.</summary>
internal static class LiveBeatsEdits
{
    public static ImmutableArray<EditRound> Rounds { get; } =
    [
        new("7 added, 5 changed, 5 destroyed",
        [
            new("app:loadBalancer.idleTimeoutSeconds", "600"),
            new("app:fileSystems.uploads.transitionToColdAfterDays", "60"),
            new("app:repositories.app.keepImages", "20"),
            new("app:repositories.tools", "{ deleteWithImages: true }"),
            new("app:service.peerPorts", "[\"4369\", 9100-9199]"),
            new("app:service.ephemeralStorageGiB", "30"),
            new("app:service.environment.POOL_SIZE", "\"5\""),
            new("app:service.healthCheck.unhealthyThreshold", "3"),
            new("app:service.logRetentionDays", "30"),
        ]),
    ];
}
