using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>Compares values by their content; the values' own equality compares lists by reference.</summary>
internal static class ValueEquality
{
    /// <summary>A value; null if the provider treats it as one that is not given.</summary>
    public static PropertyValue? OrNull(PropertyValue? value) => value switch
    {
        PropertyValue.Null or PropertyValue.List { Items.IsEmpty: true } or PropertyValue.Map { Entries.IsEmpty: true } => null,
        _ => value,
    };

    public static bool AreEqual(PropertyValue? one, PropertyValue? other) => (OrNull(one), OrNull(other)) switch
    {
        (null, null) => true,
        (PropertyValue.Secret secret, var value) => AreEqual(secret.Value, value is PropertyValue.Secret { Value: var hidden } ? hidden : value),
        (var value, PropertyValue.Secret secret) => AreEqual(value, secret.Value),
        (PropertyValue.List list, PropertyValue.List others) =>
            list.Items.Length == others.Items.Length && list.Items.Zip(others.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (PropertyValue.Map map, PropertyValue.Map others) =>
            map.Entries.Keys.Union(others.Entries.Keys).All(key => AreEqual(map.Find(key), others.Find(key))),
        var (value, otherValue) => Equals(value, otherValue),
    };

    /// <summary>The indexes of the items that only one of two lists has, in any order.</summary>
    public static (List<int> Old, List<int> New) Unmatched(ImmutableArray<PropertyValue> old, ImmutableArray<PropertyValue> @new)
    {
        var added = Enumerable.Range(0, @new.Length).ToList();
        var removed = new List<int>();
        for (var index = 0; index < old.Length; index++)
        {
            var match = added.FindIndex(candidate => AreEqual(old[index], @new[candidate]));
            if (match >= 0)
            {
                added.RemoveAt(match);
            }
            else
            {
                removed.Add(index);
            }
        }

        return (removed, added);
    }
}
