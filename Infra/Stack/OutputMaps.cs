using Pulumi;

namespace Infra.Stack;

/// <summary>Maps of outputs as outputs of maps.</summary>
internal static class OutputMaps
{
    /// <summary>An output of the map; empty without one.</summary>
    public static Output<ImmutableDictionary<string, T>> Join<T>(IEnumerable<KeyValuePair<string, Output<T>>>? map)
    {
        var entries = (map ?? []).ToList();
        return Output.All(entries.Select(entry => entry.Value))
            .Apply(values => entries.Zip(values).ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
    }

    /// <summary>An output of a map of objects.</summary>
    public static Output<ImmutableDictionary<string, object>> Objects<T>(IEnumerable<KeyValuePair<string, Output<T>>> map)
        where T : class => Join(map).Apply(known => known.ToImmutableDictionary(entry => entry.Key, entry => (object)entry.Value));
}
