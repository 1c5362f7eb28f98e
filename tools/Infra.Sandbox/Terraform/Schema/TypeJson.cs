using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Sandbox.Terraform.Schema;

/// <summary>Attribute types in the JSON that Terraform writes: <c>"string"</c>, <c>["list", "string"]</c>, <c>["object", {…}]</c>.</summary>
internal static class TypeJson
{
    private static readonly (PrimitiveType Type, string Name)[] Primitives =
    [
        (PrimitiveType.Text, "string"),
        (PrimitiveType.Number, "number"),
        (PrimitiveType.Flag, "bool"),
        (PrimitiveType.Any, "dynamic"),
    ];

    public static AttributeType Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            var name = json.GetString();
            return new AttributeType.Primitive(Array.Find(Primitives, primitive => primitive.Name == name).Type);
        }

        var (kind, content) = (json[0].GetString(), json[1]);
        return kind switch
        {
            "object" => new AttributeType.Structure(content.EnumerateObject()
                .ToImmutableSortedDictionary(property => property.Name, property => Read(property.Value), StringComparer.Ordinal)),
            "map" => new AttributeType.Collection(CollectionType.Map, Read(content)),
            "set" => new AttributeType.Collection(CollectionType.Set, Read(content)),
            "list" => new AttributeType.Collection(CollectionType.List, Read(content)),
            _ => throw new NotSupportedException($"the provider's schema has attributes of the unknown type {kind}"),
        };
    }

    public static void Write(Utf8JsonWriter json, AttributeType type)
    {
        switch (type)
        {
            case AttributeType.Primitive primitive:
                json.WriteStringValue(Array.Find(Primitives, known => known.Type == primitive.Type).Name);
                break;
            case AttributeType.Collection collection:
                json.WriteStartArray();
                json.WriteStringValue($"{collection.Type}".ToLowerInvariant());
                Write(json, collection.Element);
                json.WriteEndArray();
                break;
            case AttributeType.Structure structure:
                WriteStructure(json, structure);
                break;
        }
    }

    private static void WriteStructure(Utf8JsonWriter json, AttributeType.Structure structure)
    {
        json.WriteStartArray();
        json.WriteStringValue("object");
        json.WriteStartObject();
        foreach (var (name, type) in structure.Attributes)
        {
            json.WritePropertyName(name);
            Write(json, type);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
