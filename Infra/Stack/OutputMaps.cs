using Pulumi;

namespace Infra.Stack;

/// <summary>Maps of outputs as outputs of maps.</summary>
internal static class OutputMaps
{
    public static Output<ImmutableDictionary<string, string>> Join(IReadOnlyDictionary<string, Output<string>> map)
    {
        var keys = map.Keys.ToList();
        return Output.All(keys.Select(key => map[key]))
            .Apply(values => keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
    }
}
