using System.Collections.Immutable;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for EC2 instances.</summary>
internal static class CapacityConsequences
{
    private const string Group = "aws:autoscaling/group:Group";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Group, Gone, EffectKind.Downtime,
            "All instances of the group are terminated with the tasks on them.", "autoscaling/ec2/userguide/as-process-shutdown.html"),
        new(Group, Changed("launchTemplate"), EffectKind.Restart,
            "The instance refresh replaces all instances in turn, after their tasks have drained.",
            "autoscaling/ec2/userguide/asg-instance-refresh.html"),
        new(Group, Lowered("maxSize"), EffectKind.Interruption,
            "Auto Scaling terminates instances above the new maximum with the tasks on them.", "autoscaling/ec2/userguide/asg-capacity-limits.html"),
        new("aws:ecs/capacityProvider:CapacityProvider", Gone, EffectKind.Interruption,
            "ECS can no longer place tasks on this capacity.", "AmazonECS/latest/APIReference/API_DeleteCapacityProvider.html"),
    ];
}
