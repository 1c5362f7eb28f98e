namespace Infra.Sandbox.Diagrams.Comparison;

/// <summary>Pairs the items of two lists.</summary>
internal static class Pairing
{
    /// <summary>The items of the new list in their order, those that are gone after the one they followed in the old list.</summary>
    public static IEnumerable<(T? Old, T? New)> Merge<T, TKey>(IEnumerable<T> old, IEnumerable<T> @new, Func<T, TKey> keyOf)
        where T : class
        where TKey : notnull
    {
        var before = old.DistinctBy(keyOf).ToDictionary(keyOf);
        var after = @new.DistinctBy(keyOf).ToDictionary(keyOf);
        var following = before.Keys
            .Zip(before.Keys.Skip(1))
            .Where(pair => !after.ContainsKey(pair.Second))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        return Gone(before.Keys.Take(1).Where(key => !after.ContainsKey(key)))
            .Concat(after.Keys.SelectMany(key => Gone(Follower(key)).Prepend((before.GetValueOrDefault(key), after[key]))));

        IEnumerable<(T? Old, T? New)> Gone(IEnumerable<TKey> keys) =>
            keys.SelectMany(key => Gone(Follower(key)).Prepend((before[key], null)));

        IEnumerable<TKey> Follower(TKey key) => following.TryGetValue(key, out var follower) ? [follower] : [];
    }
}
