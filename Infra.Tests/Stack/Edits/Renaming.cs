using System.Text.Json.Nodes;

namespace Infra.Tests.Stack.Edits;

/// <summary>Renames an entry of a map with everything that names it, as an operator would.</summary>
internal static class Renaming
{
    private const string Suffix = "2";

    /// <param name="stack">The keys of the stack file.</param>
    /// <param name="steps">The way to the map.</param>
    /// <param name="name">The entry.</param>
    public static JsonObject Of(JsonObject stack, IReadOnlyList<object> steps, string name)
    {
        var renamed = stack.DeepClone().AsObject();
        var map = steps.Aggregate((JsonNode)renamed, (node, step) => (step is int index ? node[index] : node[(string)step])!).AsObject();
        Rename(map, name);
        foreach (var node in renamed.Select(entry => entry.Value).ToList())
        {
            RenameUses(node, (string)steps[^1], name);
        }

        return renamed;
    }

    // In place: the order of a map is not the edit.
    private static void Rename(JsonObject map, string name)
    {
        var entries = map.ToList();
        map.Clear();
        entries.ForEach(entry => map.Add(entry.Key == name ? name + Suffix : entry.Key, entry.Value));
    }

    private static void RenameUses(JsonNode? node, string map, string name)
    {
        switch (node)
        {
            case JsonObject block:
                RenameUses(block, map, name);
                break;
            case JsonArray list:
                foreach (var (index, item) in list.Index().ToList())
                {
                    if (Renamed(item, map, map, name) is { } text)
                    {
                        list[index] = text;
                    }

                    RenameUses(item, map, name);
                }

                break;
        }
    }

    private static void RenameUses(JsonObject block, string map, string name)
    {
        foreach (var (key, value) in block.ToList())
        {
            if (key == Uses(map) && value is JsonObject uses && uses.ContainsKey(name))
            {
                Rename(uses, name);
            }

            if (Renamed(value, key, map, name) is { } text)
            {
                block[key] = text;
            }

            RenameUses(value, map, name);
        }
    }

    // service.buckets names buckets, capacityProviders names cluster.instances.
    private static string? Uses(string map) => map switch
    {
        "instances" => "capacityProviders",
        "buckets" or "queues" => map,
        _ => null,
    };

    private static string? Renamed(JsonNode? value, string key, string map, string name)
    {
        if (value is not JsonValue text || !text.TryGetValue<string>(out var old))
        {
            return null;
        }

        var singular = map.EndsWith("ies", StringComparison.Ordinal) ? $"{map[..^3]}y" : map[..^1];
        var renamed = old.Replace($"${{{singular}.{name}}}", $"${{{singular}.{name}{Suffix}}}", StringComparison.Ordinal);
        return old == name && (key == singular || (map == "services" && key == "calls")) ? name + Suffix : renamed != old ? renamed : null;
    }
}
