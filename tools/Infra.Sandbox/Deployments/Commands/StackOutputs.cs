using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Formats stack outputs.</summary>
internal static class StackOutputs
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="outputs">The outputs in Terraform's JSON.</param>
    public static IEnumerable<string> Describe(JsonObject outputs) => outputs
        .OrderBy(output => output.Key, StringComparer.Ordinal)
        .Select(output => $"{output.Key}: {Value(output.Value!)}");

    private static string Value(JsonNode output) => output["sensitive"]?.GetValue<bool>() == true
        ? "[secret]"
        : output["value"] switch
        {
            null => "null",
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            var value => value.ToJsonString(Readable),
        };
}
