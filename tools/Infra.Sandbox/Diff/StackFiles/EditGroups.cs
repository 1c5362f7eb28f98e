using System.Collections.Immutable;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>Edits that lead to a valid stack file: each alone, or together with those that it needs.</summary>
internal static class EditGroups
{
    /// <param name="edits">All edits, which are valid together.</param>
    /// <param name="isValid">Whether the old stack file is valid with these edits.</param>
    public static IReadOnlyList<ImmutableArray<StackEdit>> Of(ImmutableArray<StackEdit> edits, Func<IReadOnlyCollection<StackEdit>, bool> isValid)
    {
        var groups = new List<ImmutableArray<StackEdit>>();
        foreach (var edit in edits)
        {
            if (isValid([edit]))
            {
                groups.Add([edit]);
            }
            else if (!groups.Exists(group => group.Length > 1 && group.Contains(edit)))
            {
                groups.Add(SmallestWith(edit, edits, isValid));
            }
        }

        return groups;
    }

    private static ImmutableArray<StackEdit> SmallestWith(
        StackEdit edit, ImmutableArray<StackEdit> edits, Func<IReadOnlyCollection<StackEdit>, bool> isValid)
    {
        var group = edits;
        foreach (var other in edits.Where(other => other != edit))
        {
            if (group.Remove(other) is var smaller && isValid(smaller))
            {
                group = smaller;
            }
        }

        return group;
    }
}
