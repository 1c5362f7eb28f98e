using System.Text;
using System.Text.Json;
using Infra.Configuration.Binding;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// Turns the values of a configuration section into what the Pulumi CLI passes to the program: text as it is, numbers as JSON has them,
/// blocks and lists as JSON. Encrypted values stay unknown, and so does a block with an encrypted part.
/// </summary>
internal sealed class ConfigSection(YamlFile file, string project)
{
    private const string EncryptedKey = "secure";

    // Aliases inside aliases can make a few lines stand for millions.
    private const int MostNodes = 100_000;

    private int _nodes;

    /// <summary>The values that were read and arrive otherwise than they are written.</summary>
    public WrittenValues Written { get; } = new();

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
        Written.AddBlock(key);
        if (HoldsEncrypted(node))
        {
            return new ConfigValue(null, IsSecret: true);
        }

        if (node is not YamlScalar scalar)
        {
            return new ConfigValue(Json(key, node), IsSecret: false);
        }

        var passed = Pass(key, scalar);
        return new ConfigValue(passed.Kind == PassedKind.Null ? "" : passed.Text, IsSecret: false);
    }

    private bool HoldsEncrypted(YamlNode node) => ++_nodes > MostNodes ? throw file.Problem(node, "the aliases here stand for too many values") : node switch
    {
        YamlMap { Entries: [{ Key.Text: EncryptedKey, Value: YamlScalar }] } => true,
        YamlMap map => map.Entries.Any(entry => HoldsEncrypted(entry.Value)),
        YamlList list => list.Items.Any(HoldsEncrypted),
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
                WriteScalar(Pass(key, scalar), json);
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

    // Ordered, because the CLI passes keys on in order and the program makes some resources in the order of keys.
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

    private static void WriteScalar(PassedScalar passed, Utf8JsonWriter json)
    {
        if (passed.Kind == PassedKind.Text)
        {
            json.WriteStringValue(passed.Text);
        }
        else
        {
            json.WriteRawValue(passed.Text);
        }
    }

    private PassedScalar Pass(string key, YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return new PassedScalar(PassedKind.Text, scalar.Text);
        }

        if (PassedScalar.IsUnpassable(scalar.Text))
        {
            throw file.Problem(scalar, $"Pulumi cannot pass on {scalar.Text}; if it is text, put it in quotes: \"{scalar.Text}\"");
        }

        var passed = PassedScalar.Of(scalar.Text);
        if (passed.Kind != PassedKind.Null && passed.Text != scalar.Text)
        {
            Written.Add(key, scalar.Text);
        }

        return passed;
    }
}
