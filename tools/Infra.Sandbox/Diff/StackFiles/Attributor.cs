using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;
using Pulumi;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>Finds the keys that cause each change, by making each edit of the stack file alone.</summary>
internal sealed class Attributor(StackVersion old, StackVersion wanted, ResourceGraph running)
{
    /// <summary>The most edits that are made alone, each of which is an evaluation of the stack.</summary>
    private const int MaxEdits = 10;

    public async Task<Attribution> AttributeAsync(ImmutableArray<StackEdit> edits, UpdatePlan plan)
    {
        if (edits.Length > MaxEdits)
        {
            return Attribution.Unknown($"The changes are not sorted by key, because more than {MaxEdits} keys differ.");
        }

        if (old.Project.Name != wanted.Project.Name)
        {
            return Attribution.Unknown("The changes are not sorted by key, because all keys change with the project name.");
        }

        var keys = KeysOf(edits);
        var causes = edits.Length > 1 ? await CausesAsync(edits) : [];
        // What no edit changes alone comes from all of them together.
        return new Attribution(
            plan.Changes.Select(change => change.Key).Distinct().ToImmutableDictionary(
                resource => resource,
                resource => causes.TryGetValue(resource, out var found) ? [.. keys.Where(found.Contains)] : keys));
    }

    private async Task<Dictionary<ResourceKey, HashSet<string>>> CausesAsync(ImmutableArray<StackEdit> edits)
    {
        var causes = new Dictionary<ResourceKey, HashSet<string>>();
        foreach (var group in EditGroups.Of(edits, IsValid))
        {
            var plan = UpdatePlanner.Plan(running, await With(group).EvaluateAsync());
            foreach (var change in plan.Changes)
            {
                causes.TryAdd(change.Key, []);
                causes[change.Key].UnionWith(KeysOf(group));
            }
        }

        return causes;
    }

    private bool IsValid(IReadOnlyCollection<StackEdit> edits)
    {
        try
        {
            With(edits).Load();
            return true;
        }
        catch (RunException)
        {
            return false;
        }
    }

    private StackVersion With(IEnumerable<StackEdit> edits) => StackEdits.Apply(edits, old, wanted);

    private static ImmutableArray<string> KeysOf(IEnumerable<StackEdit> edits) =>
        [.. edits.SelectMany(edit => edit.Changes).Select(change => change.Key)];
}
