using System.Text;
using System.Text.Json;
using Infra.Configuration.Binding;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// Converts the values of a configuration section as the Pulumi CLI does: text as it is, numbers as in JSON, blocks and lists as JSON.
/// Encrypted values are unknown, and so are blocks that contain one.
/// </summary>
internal sealed class ConfigSection(YamlFile file, string project)
{
    private const string EncryptedKey = "secure";

    // Nested aliases can expand a few lines to millions of values.
    private const int MaxNodes = 100_000;

    private int _nodes;

    /// <summary>The spellings of the values read so far.</summary>
    public Spellings Spellings { get; } = new();

    /// <summary>The full form of a key: <c>name</c> and <c>app:config:name</c> are <c>app:name</c>.</summary>
    public string FullKey(YamlNode node, string key) => key.Split(':') switch
    {
        [{ Length: > 0 } name] => $"{project}:{name}",
        [{ Length: > 0 }, { Length: > 0 }] => key,
        [{ Length: > 0 } space, "config", { Length: > 0 } name] => $"{space}:{name}",
        _ => throw file.Problem(node, $"\"{key}\" is not a configuration key; use namespace:name"),
    };

    public ConfigValue Read(string key, YamlNode node)
    {
        Spellings.AddBlock(key);
        if (ContainsEncrypted(node))
        {
            return new ConfigValue(null, IsSecret: true);
        }

        if (node is not YamlScalar scalar)
        {
            return new ConfigValue(Json(key, node), IsSecret: false);
        }

        var passed = Convert(key, scalar);
        return new ConfigValue(passed.Kind == CliScalarKind.Null ? "" : passed.Text, IsSecret: false);
    }

    private bool ContainsEncrypted(YamlNode node) => ++_nodes > MaxNodes ? throw file.Problem(node, "the aliases expand to more than 100,000 values; remove some") : node switch
    {
        YamlMap { Entries: [{ Key.Text: EncryptedKey, Value: YamlScalar }] } => true,
        YamlMap map => map.Entries.Any(entry => ContainsEncrypted(entry.Value)),
        YamlList list => list.Items.Any(ContainsEncrypted),
        _ => false,
    };

    private string Json(string key, YamlNode node)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(key, node, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Write(string key, YamlNode node, Utf8JsonWriter json)
    {
        switch (node)
        {
            case YamlScalar scalar:
                WriteScalar(Convert(key, scalar), json);
                break;
            case YamlList list:
                json.WriteStartArray();
                foreach (var (index, item) in list.Items.Index())
                {
                    Write(ConfigKey.Item(key, index), item, json);
                }

                json.WriteEndArray();
                break;
            case YamlMap map:
                WriteObject(key, map, json);
                break;
        }
    }

    // The CLI passes keys in ordinal order, and the program creates some resources in the order of keys.
    private void WriteObject(string key, YamlMap map, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map.Entries.OrderBy(entry => entry.Key.Text, StringComparer.Ordinal))
        {
            json.WritePropertyName(name.Text);
            Write(ConfigKey.Member(key, name.Text), value, json);
        }

        json.WriteEndObject();
    }

    private static void WriteScalar(CliScalar passed, Utf8JsonWriter json)
    {
        if (passed.Kind == CliScalarKind.Text)
        {
            json.WriteStringValue(passed.Text);
        }
        else
        {
            json.WriteRawValue(passed.Text);
        }
    }

    private CliScalar Convert(string key, YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return new CliScalar(CliScalarKind.Text, scalar.Text);
        }

        if (CliScalar.IsUnsupported(scalar.Text))
        {
            throw file.Problem(scalar, $"Pulumi does not support the number {scalar.Text}; if it is text, put it in quotes: \"{scalar.Text}\"");
        }

        var passed = CliScalar.Of(scalar.Text);
        if (passed.Kind != CliScalarKind.Null && passed.Text != scalar.Text)
        {
            Spellings.Add(key, scalar.Text);
        }

        return passed;
    }
}
