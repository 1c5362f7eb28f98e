using Pulumi;

namespace Infra.Stack;

/// <summary>Maps of outputs as outputs of maps.</summary>
internal static class OutputMaps
{
    /// <summary>An output of the map; empty without one.</summary>
    public static Output<ImmutableDictionary<string, string>> Join(IEnumerable<KeyValuePair<string, Output<string>>>? map)
    {
        var entries = (map ?? []).ToList();
        return Output.All(entries.Select(entry => entry.Value))
            .Apply(values => entries.Zip(values).ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
    }
}
