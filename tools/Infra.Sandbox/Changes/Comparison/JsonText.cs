using System.Text.Json;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>Reads policies, container definitions and other JSON inside inputs.</summary>
internal static class JsonText
{
    /// <summary>The value of a JSON object or array; null for all other texts.</summary>
    public static PropertyValue? Parse(string text)
    {
        if (text is not ['{' or '[', ..] || text.StartsWith("${", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PropertyValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => PropertyValue.Map.Of(element.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Of(entry.Value)))),
        JsonValueKind.Array => new PropertyValue.List([.. element.EnumerateArray().Select(Of)]),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => PropertyValue.Null.Value,
    };
}
