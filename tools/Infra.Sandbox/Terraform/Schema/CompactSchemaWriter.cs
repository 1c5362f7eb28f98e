using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Infra.Sandbox.Terraform.Schema;

/// <summary>
/// Writes every distinct block of a schema once: web ACLs repeat theirs so often that they alone would be larger than
/// all other types. Nested blocks come first.
/// </summary>
internal sealed class CompactSchemaWriter
{
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<string> _blocks = [];

    private CompactSchemaWriter()
    {
    }

    public static void Write(ProviderSchema schema, Stream stream)
    {
        var blocks = new CompactSchemaWriter();
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteNumber("format", CompactSchemaReader.Format);
        blocks.WriteIndexes(json, "resources", schema.Resources);
        blocks.WriteIndexes(json, "data", schema.DataSources);
        json.WriteStartArray("services");
        foreach (var service in schema.Services)
        {
            json.WriteStringValue(service);
        }

        json.WriteEndArray();
        json.WriteStartArray("blocks");
        foreach (var block in blocks._blocks)
        {
            json.WriteRawValue(block);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteIndexes(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, BlockSchema> types)
    {
        json.WriteStartObject(name);
        foreach (var (type, block) in types)
        {
            json.WriteNumber(type, IndexOf(block));
        }

        json.WriteEndObject();
    }

    private int IndexOf(BlockSchema block)
    {
        var nested = block.Blocks.ToDictionary(entry => entry.Key, entry => IndexOf(entry.Value.Block));
        var text = Text(json =>
        {
            json.WriteStartObject();
            WriteAttributes(json, block);
            WriteBlocks(json, block, nested);
            json.WriteEndObject();
        });
        if (!_indexes.TryGetValue(text, out var index))
        {
            index = _blocks.Count;
            _indexes.Add(text, index);
            _blocks.Add(text);
        }

        return index;
    }

    private static void WriteAttributes(Utf8JsonWriter json, BlockSchema block)
    {
        json.WriteStartObject("attributes");
        foreach (var (name, attribute) in block.Attributes)
        {
            json.WriteStartArray(name);
            json.WriteStringValue(Flags(attribute));
            TypeJson.Write(json, attribute.Type);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter json, BlockSchema block, Dictionary<string, int> indexes)
    {
        json.WriteStartObject("blocks");
        foreach (var (name, nested) in block.Blocks)
        {
            json.WriteStartArray(name);
            json.WriteStringValue($"{nested.Nesting}");
            json.WriteNumberValue(nested.MinItems);
            json.WriteNumberValue(nested.MaxItems);
            json.WriteNumberValue(indexes[name]);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Flags(AttributeSchema attribute) => string.Concat(
        attribute.IsRequired ? "r" : "",
        attribute.IsOptional ? "o" : "",
        attribute.IsComputed ? "c" : "",
        attribute.IsSensitive ? "s" : "");

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
