namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A file system has one mount target in each Availability Zone.</summary>
internal sealed class MountTargetZones : AwsRule
{
    private const string MountTarget = "aws:efs/mountTarget:MountTarget";

    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) =>
        created.Type == MountTarget
        && ZoneOf(state, created) is { } zone
        && state.OfType(MountTarget).FirstOrDefault(other =>
            other.Key != created.Key && other.Text("fileSystemId") == created.Text("fileSystemId") && ZoneOf(state, other) == zone) is { } holder
            ? [
                new Refusal(
                    $"MountTargetConflict: {created.Name} is in the Availability Zone of {holder.Name}, which still exists.",
                    $"Remove {holder.Name} with one update and add {created.Name} with the next."),
            ]
            : [];

    private static string? ZoneOf(AwsState state, LiveResource mountTarget) => state.Target(mountTarget, "subnetId")?.Text("availabilityZone");
}
