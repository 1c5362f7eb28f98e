using Infra.Configuration.Binding;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>Finds the smallest values of a stack file that differ. Items of lists are matched by content.</summary>
internal static class ValueDifference
{
    public static IEnumerable<KeyChange> Between(string key, PropertyValue? old, PropertyValue? wanted) => (old, wanted) switch
    {
        _ when AreEqual(old, wanted) => [],
        (PropertyValue.Map before, PropertyValue.Map after) =>
            from name in before.Entries.Keys.Union(after.Entries.Keys)
            from change in Between(ConfigKey.Member(key, name), before.Find(name), after.Find(name))
            select change,
        (PropertyValue.List before, PropertyValue.List after) => OfLists(key, before, after),
        _ => [new KeyChange(key, old, wanted)],
    };

    /// <summary>Whether two values are written alike. To AWS an empty list is often the same as none; in a stack file it is not.</summary>
    public static bool AreEqual(PropertyValue? one, PropertyValue? other) => (one, other) switch
    {
        (PropertyValue.Map first, PropertyValue.Map second) => first.Entries.Count == second.Entries.Count
            && first.Entries.All(entry => second.Find(entry.Key) is { } value && AreEqual(entry.Value, value)),
        (PropertyValue.List first, PropertyValue.List second) => first.Items.Length == second.Items.Length
            && first.Items.Zip(second.Items, AreEqual).All(areEqual => areEqual),
        (PropertyValue.Secret first, PropertyValue.Secret second) => AreEqual(first.Value, second.Value),
        _ => Equals(one, other),
    };

    private static IEnumerable<KeyChange> OfLists(string key, PropertyValue.List old, PropertyValue.List wanted)
    {
        var (removed, added) = (Without(old, wanted), Without(wanted, old));
        return (removed.Count, added.Count) switch
        {
            (0, 0) => [new KeyChange(key, old, wanted)],
            var (before, after) when before == after => removed.Zip(added)
                .SelectMany(pair => Between(ConfigKey.Item(key, pair.Second.Index), pair.First.Item, pair.Second.Item)),
            _ =>
            [
                .. removed.Select(item => new KeyChange(ConfigKey.Item(key, item.Index), item.Item, null)),
                .. added.Select(item => new KeyChange(ConfigKey.Item(key, item.Index), null, item.Item)),
            ],
        };
    }

    // Each item of the other list stands for one equal item only.
    private static List<(int Index, PropertyValue Item)> Without(PropertyValue.List list, PropertyValue.List other)
    {
        var left = other.Items.ToList();
        return [.. list.Items.Index().Where(item => !Take(item.Item))];

        bool Take(PropertyValue item)
        {
            var found = left.FindIndex(candidate => AreEqual(candidate, item));
            if (found >= 0)
            {
                left.RemoveAt(found);
            }

            return found >= 0;
        }
    }
}
