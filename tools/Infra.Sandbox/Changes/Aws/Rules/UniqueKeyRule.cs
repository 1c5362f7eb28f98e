namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>AWS refuses a second resource with the same key.</summary>
internal sealed class UniqueKeyRule(UniqueKey key) : AwsRule
{
    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) =>
        created.Type == key.Type && key.ValueOf(created) is { } value && Holder(state, created, value) is { } holder
            ? [RefusalFor(created, holder)]
            : [];

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) =>
        after.Type == key.Type && key.ValueOf(after) != key.ValueOf(before) ? OnCreate(state, after) : [];

    private LiveResource? Holder(AwsState state, LiveResource resource, string value) =>
        state.OfType(key.Type).FirstOrDefault(other => other.Key != resource.Key && key.ValueOf(other) == value);

    private Refusal RefusalFor(LiveResource resource, LiveResource holder) => holder.Name == resource.Name
        ? new Refusal(
            $"{key.Code}: {resource.Title} gets the {key.Noun} of the one that it replaces, which still exists.",
            key.HoldsData
                ? "Keep it as it is; the failure loses nothing. Otherwise create another one beside it, and move the data (docs/operations.md)."
                : $"Remove {resource.Title} with one update, and add it again with the next.")
        : new Refusal(
            $"{key.Code}: {resource.Title} gets the {key.Noun} of {holder.Name}, which still exists.",
            $"Choose another {key.Noun}, or free it with one update and use it with the next.");
}
