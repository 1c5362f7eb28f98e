namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>
/// Settings that AWS has once, and overwrites without asking: a second resource with the same key overwrites the first, and deleting the first
/// then removes what the second has written.
/// </summary>
internal sealed class SharedSettings : AwsRule
{
    public override IEnumerable<Refusal> OnDelete(AwsState state, LiveResource deleted) =>
        from key in UniqueKey.Overwritten
        where key.Type == deleted.Type && key.ValueOf(deleted) is not null
        from other in state.OfType(key.Type)
        where other.Key != deleted.Key && key.ValueOf(other) == key.ValueOf(deleted)
        select new Refusal(
            $"AWS keeps one {key.Noun} here: deleting {deleted.Name} also removes what {other.Name} has written.",
            "Run the update a second time, with --refresh, which writes it again.");
}
