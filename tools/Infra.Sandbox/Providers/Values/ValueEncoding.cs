using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using Infra.Sandbox.Providers.Protocol;
using Infra.Sandbox.Terraform.Schema;
using MessagePack;

namespace Infra.Sandbox.Providers.Values;

/// <summary>Values in the MessagePack of the plugin protocol.</summary>
internal static class ValueEncoding
{
    private static readonly ExtensionResult Unknown = new(0, new byte[1]);

    public static DynamicValue Encode(ProviderValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        Write(ref writer, value);
        writer.Flush();
        return new DynamicValue { Msgpack = ByteString.CopyFrom(buffer.WrittenSpan) };
    }

    public static ProviderValue Decode(AttributeType type, DynamicValue value)
    {
        var reader = new MessagePackReader(value.Msgpack.Memory);
        return Read(ref reader, type);
    }

    private static void Write(ref MessagePackWriter writer, ProviderValue value)
    {
        switch (value)
        {
            case ProviderValue.Unknown:
                writer.WriteExtensionFormat(Unknown);
                break;
            case ProviderValue.Flag flag:
                writer.Write(flag.Value);
                break;
            case ProviderValue.Number number when number.Value == Math.Truncate(number.Value) && Math.Abs(number.Value) < long.MaxValue:
                writer.Write((long)number.Value);
                break;
            case ProviderValue.Number number:
                writer.Write(number.Value);
                break;
            case ProviderValue.Text text:
                writer.Write(text.Value);
                break;
            case ProviderValue.List list:
                writer.WriteArrayHeader(list.Items.Length);
                foreach (var item in list.Items)
                {
                    Write(ref writer, item);
                }

                break;
            case ProviderValue.Map map:
                writer.WriteMapHeader(map.Entries.Count);
                foreach (var (key, entry) in map.Entries)
                {
                    writer.Write(key);
                    Write(ref writer, entry);
                }

                break;
            default:
                writer.WriteNil();
                break;
        }
    }

    private static ProviderValue Read(ref MessagePackReader reader, AttributeType type)
    {
        if (reader.TryReadNil())
        {
            return ProviderValue.Null.Value;
        }

        // Unknown values may say in another extension what they cannot be.
        if (reader.NextMessagePackType == MessagePackType.Extension)
        {
            reader.ReadExtensionFormat();
            return ProviderValue.Unknown.Value;
        }

        return type switch
        {
            AttributeType.Primitive primitive => ReadSimple(ref reader, primitive.Type),
            AttributeType.Collection { Type: CollectionType.Map } map => ReadMap(ref reader, _ => map.Element),
            AttributeType.Structure structure => ReadMap(ref reader, name => structure.Attributes[name]),
            AttributeType.Collection list => ReadList(ref reader, list.Element),
            _ => throw new NotSupportedException($"the provider's schema has a type that cannot be read: {type}"),
        };
    }

    private static ProviderValue ReadSimple(ref MessagePackReader reader, PrimitiveType type) => type switch
    {
        PrimitiveType.Text => reader.ReadString()!,
        PrimitiveType.Flag => reader.ReadBoolean(),
        PrimitiveType.Number => ReadNumber(ref reader),
        _ => throw new NotSupportedException("the provider's schema has an attribute of any type"),
    };

    // Numbers that a double cannot hold exactly are texts.
    private static ProviderValue ReadNumber(ref MessagePackReader reader) => reader.NextMessagePackType switch
    {
        MessagePackType.Integer => reader.ReadInt64(),
        MessagePackType.String => double.Parse(reader.ReadString()!, CultureInfo.InvariantCulture),
        _ => reader.ReadDouble(),
    };

    private static ProviderValue.List ReadList(ref MessagePackReader reader, AttributeType element)
    {
        var items = ImmutableArray.CreateBuilder<ProviderValue>(reader.ReadArrayHeader());
        for (var left = items.Capacity; left > 0; left--)
        {
            items.Add(Read(ref reader, element));
        }

        return new ProviderValue.List(items.MoveToImmutable());
    }

    private static ProviderValue.Map ReadMap(ref MessagePackReader reader, Func<string, AttributeType> typeOf)
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, ProviderValue>(StringComparer.Ordinal);
        for (var left = reader.ReadMapHeader(); left > 0; left--)
        {
            var key = reader.ReadString()!;
            entries.Add(key, Read(ref reader, typeOf(key)));
        }

        return new ProviderValue.Map(entries.ToImmutable());
    }
}
