using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Sandbox.Terraform.Schema;

/// <summary>Reads the format of <see cref="CompactSchemaWriter"/>.</summary>
internal static class CompactSchemaReader
{
    /// <summary>Increase with every change of the format, so that older files are rejected.</summary>
    public const int Format = 1;

    /// <exception cref="InvalidDataException">The file is damaged or has another format version.</exception>
    public static ProviderSchema Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("the cached schema is damaged", exception);
        }
    }

    private static ProviderSchema Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.GetInt32() != Format)
        {
            throw new InvalidDataException("the cached schema is one of another version of the sandbox");
        }

        var blocks = new List<BlockSchema>();
        foreach (var block in root.GetProperty("blocks").EnumerateArray())
        {
            blocks.Add(Block(block, blocks));
        }

        return new ProviderSchema
        {
            Resources = Sorted(root.GetProperty("resources"), index => blocks[index.GetInt32()]),
            DataSources = Sorted(root.GetProperty("data"), index => blocks[index.GetInt32()]),
            Services = [.. root.GetProperty("services").EnumerateArray().Select(service => service.GetString()!)],
        };
    }

    private static BlockSchema Block(JsonElement block, List<BlockSchema> known) => new()
    {
        Attributes = Sorted(block.GetProperty("attributes"), Attribute),
        Blocks = Sorted(block.GetProperty("blocks"), nested => new NestedBlockSchema
        {
            Nesting = Enum.Parse<Nesting>(nested[0].GetString()!),
            MinItems = nested[1].GetInt32(),
            MaxItems = nested[2].GetInt32(),
            Block = known[nested[3].GetInt32()],
        }),
    };

    private static AttributeSchema Attribute(JsonElement attribute)
    {
        var flags = attribute[0].GetString()!;
        return new AttributeSchema
        {
            Type = TypeJson.Read(attribute[1]),
            IsRequired = flags.Contains('r'),
            IsOptional = flags.Contains('o'),
            IsComputed = flags.Contains('c'),
            IsSensitive = flags.Contains('s'),
        };
    }

    private static ImmutableSortedDictionary<string, T> Sorted<T>(JsonElement members, Func<JsonElement, T> read) =>
        members.EnumerateObject().ToImmutableSortedDictionary(member => member.Name, member => read(member.Value), StringComparer.Ordinal);
}
