using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The edits of ecs-guide.yaml.</summary>
internal static class EcsGuideEdits
{
    public static ImmutableArray<EditRound> Rounds { get; } =
    [
        new("8 added, 20 changed, 3 destroyed",
        [
            new("app:tags", "{ team: guides }"),
            new(
                "app:existingNetwork.newSubnets",
                "{ zones: [us-west-2a, us-west-2b, us-west-2c], natGatewayIds: [nat-0a1b2c3d4e5f60713], "
                + "privateCidrs: [172.31.240.0/26, 172.31.240.64/26, 172.31.240.128/26] }"),
            new("app:repositories.app.immutableTags", "false"),
            new("app:repositories.app.keepImages", "50"),
            new("app:service.desiredCount", "3"),
            new("app:service.routing.priority", "110"),
            new("app:service.restartPolicy.attemptPeriodSeconds", "300"),
        ]),
    ];
}
