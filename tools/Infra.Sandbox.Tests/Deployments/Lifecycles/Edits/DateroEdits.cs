using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The edits of datero.yaml.</summary>
internal static class DateroEdits
{
    public static ImmutableArray<EditRound> Rounds { get; } =
    [
        new("5 added, 5 changed, 12 destroyed",
        [
            new("app:authentication.scope", "email openid profile"),
            new("app:networkLoadBalancer.scheme", "internal"),
            new("app:cluster.instances.main.rootVolumeGiB", "50"),
            new("app:cluster.instances.main.maximumInstances", "4"),
            new("app:service.tcpPorts", "[{ port: 5432, allowedCidrs: [203.0.113.0/24] }]"),
            new("app:service.containerHealthCheck.startPeriodSeconds", "120"),
            new("app:jobs.check", null),
        ]),
    ];
}
