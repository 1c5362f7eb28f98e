using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Configuration.Reference;

namespace Infra.Configuration.Schema;

/// <summary>Creates the JSON Schemas of keys and of the blocks in them.</summary>
internal sealed class ValueSchemas(XmlDocs docs)
{
    private const string Prefix = "#/$defs/";

    private readonly ReferenceRows _rows = new(docs);
    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfigType> _types = [];

    /// <summary>The definitions that the schemas created so far refer to, by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Definitions => _definitions;

    /// <summary>The schema of a key, with its description.</summary>
    /// <param name="member">The key.</param>
    /// <param name="defaults">The block that contains it, with all defaults.</param>
    public JsonObject Of(ConfigMember member, object defaults)
    {
        var schema = Value(member.Type, member.Constraints, member.Shape, isItem: false);
        var summary = _rows.Meaning(member);
        schema["description"] = SchemaText.Plain(summary);
        schema["markdownDescription"] = $"{summary}\n\n{Facts(member, defaults)}";
        if (!member.IsRequired && member.DerivedDefault is null && Json(member.Get(defaults), member.Type) is { } value)
        {
            schema["default"] = value;
        }

        if (member.Type.Leaf.Kind is ConfigKind.Text && Examples(member, summary) is { Count: > 0 } examples)
        {
            (schema["items"] ?? schema["additionalProperties"] ?? schema)["examples"] = examples;
        }

        return schema;
    }

    // Such as "whole number; default `30`; 1 to 60". Editors list choices themselves.
    private string Facts(ConfigMember member, object defaults)
    {
        var row = _rows.Of(member.Name, member, defaults);
        var status = row.Default is "required" or "optional" ? row.Default : $"default {row.Default}";
        var allowed = member.Type.Kind is ConfigKind.Choice ? "" : row.Allowed;
        return string.Join("; ", new[] { row.Type, status, allowed }.Where(fact => fact.Length > 0));
    }

    private static JsonArray Examples(ConfigMember member, string summary) =>
        [.. (member.Shape?.Examples ?? []).Concat(SchemaText.Examples(summary, member.Type.Item is null ? member.Constraints : member.Constraints.ForItems)).Distinct().Select(example => (JsonNode)example)];

    private JsonObject Value(ConfigType type, Constraints constraints, ShapeAttribute? shape, bool isItem) => type.Kind switch
    {
        ConfigKind.Block => Reference(type),
        ConfigKind.List => List(type, constraints, shape),
        ConfigKind.Map => Map(type, constraints, shape),
        ConfigKind.Choice => Choice(type),
        _ when constraints.AllowedValues is { } allowed => new JsonObject
        {
            ["type"] = type.Kind is ConfigKind.Text ? "string" : "integer",
            ["enum"] = new JsonArray([.. allowed.Select(value => JsonSerializer.SerializeToNode(value))]),
        },
        ConfigKind.Text when constraints.TextRules is [{ Values: { } values } rule] => List(rule, values),
        ConfigKind.Text => new TextForm(constraints, shape, isItem).Schema(),
        ConfigKind.Flag => new JsonObject { ["type"] = "boolean" },
        _ => Number(type, constraints),
    };

    // Lists of names are long, and several keys have the same.
    private JsonObject List(TextRuleAttribute rule, IReadOnlyCollection<string> values)
    {
        var name = NameOf(rule.GetType(), "Attribute");
        _definitions.TryAdd(name, new JsonObject
        {
            ["enum"] = new JsonArray([.. values.Order(StringComparer.Ordinal).Select(value => (JsonNode)value)]),
            ["errorMessage"] = $"use {rule.Description}",
        });
        return new JsonObject { ["$ref"] = Prefix + name };
    }

    private JsonObject List(ConfigType type, Constraints constraints, ShapeAttribute? shape)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Value(type.Item!, constraints.ForItems, shape, isItem: true) };
        AddCounts(schema, "minItems", "maxItems", constraints);
        if (constraints.AreItemsUnique)
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    private JsonObject Map(ConfigType type, Constraints constraints, ShapeAttribute? shape)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = Value(type.Item!, constraints.ForItems, shape, isItem: true),
        };
        if (constraints.Names is { } names)
        {
            schema["propertyNames"] = new JsonObject
            {
                ["pattern"] = TextForm.Whole(names.Pattern),
                ["patternErrorMessage"] = $"is not a valid name; use {names.Description}",
            };
        }

        if (type.Item!.Kind is not ConfigKind.Block)
        {
            schema["not"] = EncryptedValue.Bare();
        }

        AddCounts(schema, "minProperties", "maxProperties", constraints);
        return schema;
    }

    private JsonObject Choice(ConfigType type)
    {
        var descriptions = type.Choices.Select(choice => docs.SummaryOf(choice.Field) ?? "").ToList();
        return new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. type.ChoiceNames.Select(name => (JsonNode)name)]),
            ["enumDescriptions"] = new JsonArray([.. descriptions.Select(text => (JsonNode)SchemaText.Plain(text))]),
            ["markdownEnumDescriptions"] = new JsonArray([.. descriptions.Select(text => (JsonNode)text)]),
        };
    }

    private static JsonObject Number(ConfigType type, Constraints constraints)
    {
        var schema = new JsonObject { ["type"] = type.Kind is ConfigKind.WholeNumber ? "integer" : "number" };
        if (constraints.Range is { } range)
        {
            schema["minimum"] = JsonSerializer.SerializeToNode(range.Minimum);
            schema["maximum"] = JsonSerializer.SerializeToNode(range.Maximum);
        }
        else if (type.Kind is ConfigKind.WholeNumber)
        {
            schema["minimum"] = int.MinValue;
            schema["maximum"] = int.MaxValue;
        }

        return schema;
    }

    private JsonObject Reference(ConfigType type)
    {
        var name = NameOf(type.Clr, "Config");
        if (_types.TryAdd(name, type))
        {
            _definitions[name] = Block(type);
        }
        else if (_types[name] != type)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{type.Clr} and {_types[name].Clr} have the same name in the schema"));
        }

        return new JsonObject { ["$ref"] = Prefix + name };
    }

    private static string NameOf(Type type, string suffix) =>
        JsonNamingPolicy.CamelCase.ConvertName(type.Name.EndsWith(suffix, StringComparison.Ordinal) ? type.Name[..^suffix.Length] : type.Name);

    private JsonObject Block(ConfigType type)
    {
        var defaults = type.NewBlock();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(type.Members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Of(member, defaults)))),
        };
        if (type.Members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name).ToArray() is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private static void AddCounts(JsonObject schema, string minimumKey, string maximumKey, Constraints constraints)
    {
        var (minimum, maximum) = constraints.Length;
        if (minimum > 0)
        {
            schema[minimumKey] = minimum;
        }

        if (maximum < int.MaxValue)
        {
            schema[maximumKey] = maximum;
        }
    }

    // Blocks show the defaults of their own keys.
    private static JsonNode? Json(object? value, ConfigType type) => value switch
    {
        null or "" => null,
        Enum choice => JsonValue.Create(type.SpellingOf(choice)),
        IDictionary or ICollection { Count: 0 } => null,
        _ when type.Leaf.Kind is ConfigKind.Block or ConfigKind.Choice => null,
        _ => JsonSerializer.SerializeToNode(value),
    };
}
