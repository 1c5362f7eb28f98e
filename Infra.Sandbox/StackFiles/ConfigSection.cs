using System.Text;
using System.Text.Json;
using Infra.Configuration.Binding;
using YamlDotNet.RepresentationModel;

namespace Infra.Sandbox.StackFiles;

/// <summary>
/// Turns the values of a configuration section into what the Pulumi CLI passes to the program: single values as they are
/// written, blocks and lists as JSON. Encrypted values stay unknown, and so does a block with an encrypted part.
/// </summary>
internal sealed class ConfigSection(YamlFile file, string project)
{
    private const string EncryptedKey = "secure";

    /// <summary>The full form of a key: <c>name</c> and <c>app:config:name</c> are <c>app:name</c>.</summary>
    public string FullKey(YamlNode node, string key) => key.Split(':') switch
    {
        [{ Length: > 0 } name] => $"{project}:{name}",
        [{ Length: > 0 }, { Length: > 0 }] => key,
        [{ Length: > 0 } space, "config", { Length: > 0 } name] => $"{space}:{name}",
        _ => throw file.Problem(node, $"\"{key}\" is not a configuration key; use namespace:name"),
    };

    public ConfigValue Read(YamlNode node) =>
        HoldsEncrypted(node, depth: 0) ? new ConfigValue(null, IsSecret: true)
        : node is YamlScalarNode scalar ? new ConfigValue(YamlScalar.IsNull(scalar) ? "" : scalar.Value, IsSecret: false)
        : new ConfigValue(Json(node), IsSecret: false);

    private bool HoldsEncrypted(YamlNode node, int depth)
    {
        file.CheckDepth(node, depth);
        return node switch
        {
            YamlMappingNode mapping => IsEncrypted(mapping) || mapping.Children.Values.Any(value => HoldsEncrypted(value, depth + 1)),
            YamlSequenceNode list => list.Children.Any(item => HoldsEncrypted(item, depth + 1)),
            _ => false,
        };
    }

    private static bool IsEncrypted(YamlMappingNode mapping) =>
        mapping.Children.Count == 1 && mapping.Children[0] is { Key: YamlScalarNode { Value: EncryptedKey }, Value: YamlScalarNode };

    private string Json(YamlNode node)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(node, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Write(YamlNode node, Utf8JsonWriter json)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                YamlScalar.Write(scalar, json);
                break;
            case YamlSequenceNode list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(item, json);
                }

                json.WriteEndArray();
                break;
            case YamlMappingNode mapping:
                WriteObject(mapping, json);
                break;
        }
    }

    // Ordered, because the CLI passes keys on in order and the program makes some resources in the order of keys.
    private void WriteObject(YamlMappingNode mapping, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, value) in file.Entries(mapping).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(value, json);
        }

        json.WriteEndObject();
    }
}
