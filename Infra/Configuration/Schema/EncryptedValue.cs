using System.Text.Json.Nodes;

namespace Infra.Configuration.Schema;

/// <summary>Values that <c>pulumi config set --secret</c> encrypts: a map with the single key <c>secure</c>.</summary>
internal static class EncryptedValue
{
    public const string Definition = "encryptedValue";

    private const string Key = "secure";

    public static JsonObject Reference() => new() { ["$ref"] = $"#/$defs/{Definition}" };

    /// <summary>The key that makes a map an encrypted value.</summary>
    public static JsonObject Bare() => new()
    {
        ["required"] = new JsonArray(Key),
        ["maxProperties"] = 1,
        ["properties"] = new JsonObject { [Key] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") } },
    };

    public static JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["description"] = "A value that pulumi config set --secret encrypts for this stack.",
        ["required"] = new JsonArray(Key),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            [Key] = new JsonObject { ["type"] = "string", ["description"] = "The encrypted text, which only the secrets provider of this stack can decrypt." },
        },
    };
}
