using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Configuration;

/// <summary>JSON in one form only: an unchanged document must never look changed to AWS or to a reviewer.</summary>
internal static class CanonicalJson
{
    // AWS compares these documents as text or as JSON, never as HTML, so only what JSON itself requires is escaped.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode node) => node.ToJsonString(Options);

    public static JsonArray Array(IEnumerable<string> items) => Array(items.Select(item => (JsonNode)item));

    public static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];

    /// <summary>A map as an object with its keys in order.</summary>
    public static JsonObject Object<T>(IReadOnlyDictionary<string, T> map, Func<T, JsonNode?> value)
    {
        var json = new JsonObject();
        foreach (var (key, item) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json[key] = value(item);
        }

        return json;
    }
}
