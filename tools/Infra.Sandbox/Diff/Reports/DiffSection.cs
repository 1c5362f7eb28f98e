using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff.StackFiles;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>The changes that the same keys of the stack file cause, the most harmful first.</summary>
internal sealed record DiffSection(ImmutableArray<KeyChange> Keys, ImmutableArray<ResourceChange> Changes)
{
    /// <summary>The sections of a difference, the most harmful first. The last one has keys that change no resource, if there are any.</summary>
    public static ImmutableArray<DiffSection> Of(StackDiff diff)
    {
        if (diff.Attribution.MissingReason is not null)
        {
            return [new DiffSection(diff.Keys, Sorted(diff.Plan.Changes))];
        }

        var sections = diff.Plan.Changes
            .GroupBy(change => string.Join('\n', diff.Attribution.KeysOf(change)))
            .Select(group => new DiffSection(KeysOf(diff, group.First()), Sorted(group)))
            .OrderBy(section => Rank(section.Changes[0]));
        var used = diff.Plan.Changes.SelectMany(change => diff.Attribution.KeysOf(change)).ToHashSet();
        ImmutableArray<KeyChange> unused = [.. diff.Keys.Where(key => !used.Contains(key.Key))];
        return unused.IsEmpty ? [.. sections] : [.. sections, new DiffSection(unused, [])];
    }

    private static ImmutableArray<KeyChange> KeysOf(StackDiff diff, ResourceChange change) =>
        [.. diff.Keys.Where(key => diff.Attribution.KeysOf(change).Contains(key.Key))];

    private static ImmutableArray<ResourceChange> Sorted(IEnumerable<ResourceChange> changes) => [.. changes.OrderBy(Rank)];

    // Sorting is stable, so equal ranks stay in the order of the update.
    private static int Rank(ResourceChange change) => change.Effects.IsEmpty ? int.MaxValue : (int)change.Effects.Min(effect => effect.Kind);
}
