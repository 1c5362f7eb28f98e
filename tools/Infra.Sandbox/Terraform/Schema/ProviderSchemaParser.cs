using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Sandbox.Terraform.Schema;

/// <summary>Parses the output of <c>terraform providers schema -json</c> for the types that the sandbox maps.</summary>
internal static class ProviderSchemaParser
{
    private const string Provider = "/hashicorp/aws";

    public static ProviderSchema Parse(Stream schemaJson)
    {
        using var document = JsonDocument.Parse(schemaJson);
        var provider = document.RootElement.GetProperty("provider_schemas").EnumerateObject()
            .FirstOrDefault(candidate => candidate.Name.EndsWith(Provider, StringComparison.Ordinal)).Value;
        if (provider.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("the schema is not one of hashicorp/aws");
        }

        return new ProviderSchema
        {
            Resources = Types(provider.GetProperty("resource_schemas"), TypeMap.ResourceTypes),
            DataSources = Types(provider.GetProperty("data_source_schemas"), TypeMap.DataTypes),
            Services = ServicesOf(Block(provider.GetProperty("provider").GetProperty("block"))),
        };
    }

    private static ImmutableSortedDictionary<string, BlockSchema> Types(JsonElement all, IEnumerable<string> wanted) => wanted
        .Where(name => all.TryGetProperty(name, out _))
        .ToImmutableSortedDictionary(name => name, name => Block(all.GetProperty(name).GetProperty("block")), StringComparer.Ordinal);

    private static ImmutableArray<string> ServicesOf(BlockSchema configuration) => [.. configuration.Blocks["endpoints"].Block.Attributes.Keys];

    private static BlockSchema Block(JsonElement block) => new()
    {
        Attributes = Members(block, "attributes", Attribute),
        Blocks = Members(block, "block_types", NestedBlock),
    };

    private static ImmutableSortedDictionary<string, T> Members<T>(JsonElement block, string kind, Func<JsonElement, T> read) =>
        block.TryGetProperty(kind, out var members)
            ? members.EnumerateObject().ToImmutableSortedDictionary(member => member.Name, member => read(member.Value), StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    private static AttributeSchema Attribute(JsonElement attribute) => new()
    {
        Type = attribute.TryGetProperty("nested_type", out var nested) ? NestedType(nested) : TypeJson.Read(attribute.GetProperty("type")),
        IsRequired = Flag(attribute, "required"),
        IsOptional = Flag(attribute, "optional"),
        IsComputed = Flag(attribute, "computed"),
        IsSensitive = Flag(attribute, "sensitive"),
    };

    private static AttributeType NestedType(JsonElement nested)
    {
        var structure = new BlockSchema
        {
            Attributes = Members(nested, "attributes", Attribute),
            Blocks = ImmutableSortedDictionary<string, NestedBlockSchema>.Empty,
        }.AsType();
        return nested.GetProperty("nesting_mode").GetString() switch
        {
            "list" => new AttributeType.Collection(CollectionType.List, structure),
            "set" => new AttributeType.Collection(CollectionType.Set, structure),
            "map" => new AttributeType.Collection(CollectionType.Map, structure),
            _ => structure,
        };
    }

    private static NestedBlockSchema NestedBlock(JsonElement nested) => new()
    {
        Nesting = Enum.Parse<Nesting>(nested.GetProperty("nesting_mode").GetString()!, ignoreCase: true),
        Block = Block(nested.GetProperty("block")),
        MinItems = Number(nested, "min_items"),
        MaxItems = Number(nested, "max_items"),
    };

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    private static int Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
}
