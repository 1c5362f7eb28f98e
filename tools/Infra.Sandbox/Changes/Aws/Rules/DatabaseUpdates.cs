using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>Changes of a database that RDS refuses.</summary>
internal sealed class DatabaseUpdates : AwsRule
{
    private const string EngineVersion = "engineVersion";
    private const string Storage = "allocatedStorage";

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after)
    {
        if (after.Type != "aws:rds/instance:Instance")
        {
            yield break;
        }

        var (old, wanted) = (before.Text(EngineVersion), after.Text(EngineVersion));
        if (EngineVersions.IsLower(old, wanted))
        {
            yield return new Refusal(
                $"InvalidParameterCombination: RDS cannot downgrade {after.Name} from {old} to {wanted}.",
                "Restore a snapshot from before the upgrade.");
        }
        else if (EngineVersions.IsMajorChange(old, wanted) && after.Inputs.Flag("allowMajorVersionUpgrade") != true)
        {
            yield return new Refusal(
                $"InvalidParameterCombination: {after.Name} does not allow the major version upgrade from {old} to {wanted}.",
                "Set allowMajorVersionUpgrade for this update.");
        }

        if (Number(before) is { } size && Number(after) is { } other && other < size)
        {
            yield return new Refusal(
                $"InvalidParameterCombination: RDS cannot reduce the storage of {after.Name} from {size} GiB to {other} GiB.", "Keep the size.");
        }
    }

    private static double? Number(LiveResource instance) => (instance.At(Storage) as PropertyValue.Number)?.Value;
}
