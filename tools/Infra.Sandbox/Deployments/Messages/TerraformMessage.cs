using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Sandbox.Deployments.Messages;

/// <summary>A line of terraform's <c>-json</c> output.</summary>
/// <param name="Type">The type of the message.</param>
/// <param name="Text">The readable text.</param>
/// <param name="Content">The JSON.</param>
internal sealed record TerraformMessage(string Type, string Text, JsonObject Content)
{
    /// <summary>Parses a line; null if it is not JSON, as before terraform has read its options.</summary>
    public static TerraformMessage? Parse(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(line) is JsonObject content
                ? new TerraformMessage(content["type"]?.GetValue<string>() ?? "", content["@message"]?.GetValue<string>() ?? "", content)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
