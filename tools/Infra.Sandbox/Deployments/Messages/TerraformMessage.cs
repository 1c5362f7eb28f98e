using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Sandbox.Deployments.Messages;

/// <summary>One line of what terraform says with <c>-json</c>.</summary>
/// <param name="Type">What the line is about.</param>
/// <param name="Text">The line for people.</param>
/// <param name="Content">All of it.</param>
internal sealed record TerraformMessage(string Type, string Text, JsonObject Content)
{
    /// <summary>None for a line that is not JSON: what terraform says before it knows how to.</summary>
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
