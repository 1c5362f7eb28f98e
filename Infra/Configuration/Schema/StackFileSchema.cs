using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Configuration.Binding;
using Infra.Configuration.Reference;

namespace Infra.Configuration.Schema;

/// <summary>
/// Generates the JSON Schema of a stack file for editors. It says what a single key may have; rules between keys are the program's.
/// https://json-schema.org/draft/2020-12
/// </summary>
internal sealed class StackFileSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _project;
    private readonly ConfigType _root;
    private readonly ValueSchemas _values;
    private readonly IReadOnlyList<OtherNamespace> _others;
    private readonly IReadOnlyDictionary<string, JsonObject> _special;

    /// <param name="root">The record with a property for each key of the project.</param>
    /// <param name="project">The name of the project, which is the namespace of its keys.</param>
    /// <param name="docs">The summaries of the records.</param>
    /// <param name="others">The namespaces that other programs read.</param>
    /// <param name="special">The schemas of keys of those namespaces that the program reads too, by full key; all are required.</param>
    public StackFileSchema(
        Type root, string project, XmlDocs docs, IReadOnlyList<OtherNamespace> others, IReadOnlyDictionary<string, JsonObject> special)
    {
        (_root, _project, _values, _others, _special) = (ConfigType.Of(root), project, new ValueSchemas(docs), others, special);
    }

    public string Write()
    {
        var config = Config();
        var definitions = new JsonObject { [EncryptedValue.Definition] = EncryptedValue.Schema() };
        foreach (var (name, definition) in _values.Definitions)
        {
            definitions[name] = definition;
        }

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Stack file",
            ["description"] = "Pulumi.<stack>.yaml: the configuration of a stack.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("config"),
            ["properties"] = TopLevel(config),
            ["$defs"] = definitions,
        };
        return schema.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject TopLevel(JsonObject config) => new()
    {
        ["config"] = config,
        ["secretsprovider"] = Text("The provider that encrypts the secrets of this stack, such as awskms://alias/pulumi-dev; pulumi stack init writes it."),
        ["encryptedkey"] = Text("The data key of the secrets provider, encrypted; the Pulumi CLI writes it."),
        ["encryptionsalt"] = Text("The salt of the passphrase that encrypts the secrets of this stack; the Pulumi CLI writes it. Commit it."),
        ["environment"] = new JsonObject { ["description"] = "Pulumi ESC environments that this stack imports.", ["type"] = new JsonArray("array", "object") },
    };

    private JsonObject Config()
    {
        var names = _root.Members.Select(member => member.Name).ToList();
        var defaults = _root.NewBlock();
        var properties = new JsonObject();
        var patterns = new JsonObject();
        foreach (var (key, schema) in _special)
        {
            properties[key] = schema.DeepClone();
            patterns[$"^{Configured(key)}$"] = schema.DeepClone();
        }

        foreach (var member in _root.Members)
        {
            var schema = AsPulumiWritesIt(_values.Of(member, defaults), member.Type.Kind);
            properties[$"{_project}:{member.Name}"] = schema;
            patterns[$"^({_project}:config:)?{member.Name}$"] = new JsonObject { ["$ref"] = $"#/properties/config/properties/{_project}:{member.Name}" };
        }

        patterns[$"^({_project}:(config:)?)?(?!({string.Join('|', names)})$)[^:]+$"] = Encrypted();
        AddOthers(patterns);
        return new JsonObject
        {
            ["description"] = "The configuration values of the stack.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["patternProperties"] = patterns,
            ["allOf"] = Required(names),
        };
    }

    // pulumi config set writes every value in quotes.
    private static JsonObject AsPulumiWritesIt(JsonObject schema, ConfigKind kind)
    {
        if (kind is not (ConfigKind.Flag or ConfigKind.WholeNumber or ConfigKind.Number))
        {
            return schema;
        }

        var described = new JsonObject();
        foreach (var key in new[] { "description", "markdownDescription", "default" })
        {
            if (schema[key] is { } value)
            {
                described[key] = value.DeepClone();
                schema.Remove(key);
            }
        }

        var values = schema["enum"]?.AsArray().Select(value => value!.ToJsonString());
        var pattern = kind is ConfigKind.Flag ? "true|false" : values is not null ? string.Join('|', values) : "-?[0-9]+";
        described["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "string", ["pattern"] = $"^({pattern})$" });
        return described;
    }

    private static JsonObject Encrypted() => new()
    {
        ["description"] = "A secret that a key of this file names; set it with pulumi config set --secret.",
        ["if"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("secure") },
        ["then"] = EncryptedValue.Reference(),
        ["else"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("secure"),
            ["errorMessage"] = "This is not a known key; docs/configuration.md lists all. Secrets are set with pulumi config set --secret.",
        },
    };

    private void AddOthers(JsonObject patterns)
    {
        foreach (var other in _others)
        {
            foreach (var group in other.Keys.Where(key => !_special.ContainsKey($"{other.Name}:{key.Name}")).GroupBy(key => key.Kind))
            {
                patterns[$"^{other.Name}:(config:)?({string.Join('|', group.Select(key => key.Name))})$"] = group.Key is OtherKeyKind.Encrypted
                    ? EncryptedValue.Reference()
                    : new JsonObject
                    {
                        ["description"] = $"A key of {other.Reader}.",
                        ["type"] = new JsonArray("string", "number", "boolean", "array", "object"),
                    };
            }
        }

        var known = string.Join('|', _others.Select(other => other.Name).Append(_project));
        patterns[$"^(?!({known}):)(?!({NearlyThe(_project)}):)[^:]+:(config:)?[^:]+$"] = new JsonObject
        {
            ["description"] = "A key of another program or provider, which this program does not read.",
        };
    }

    private JsonArray Required(IReadOnlyList<string> names)
    {
        var defaults = _root.Members.Where(member => member.IsRequired).Select(member => member.Name);
        return
        [
            .. _special.Keys.Select(key => AnyOf(key, WithConfig(key))),
            .. defaults.Select(name => AnyOf($"{_project}:{name}", name, $"{_project}:config:{name}")),
        ];
    }

    private static JsonNode AnyOf(params string[] keys) => new JsonObject
    {
        ["anyOf"] = new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]),
    };

    private static string WithConfig(string key) => key.Replace(":", ":config:", StringComparison.Ordinal);

    private static string Configured(string key) => WithConfig(Regex.Escape(key));

    /// <summary>A regular expression for the namespaces that the program takes for a misspelling of the project: those that differ in one letter.</summary>
    private static string NearlyThe(string project)
    {
        var letters = project.Select(letter => $"[{char.ToLowerInvariant(letter)}{char.ToUpperInvariant(letter)}]").ToList();
        List<string> forms = [string.Concat(letters)];
        for (var i = 0; i < letters.Count; i++)
        {
            var (before, after) = (string.Concat(letters.Take(i)), string.Concat(letters.Skip(i + 1)));
            forms.Add($"{before}[^:]?{after}");
            forms.Add($"{before}[^:]{letters[i]}{after}");
            if (i + 1 < letters.Count)
            {
                forms.Add($"{before}{letters[i + 1]}{letters[i]}{string.Concat(letters.Skip(i + 2))}");
            }
        }

        forms.Add($"{string.Concat(letters)}[^:]");
        return string.Join('|', forms);
    }

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };
}
