using System.Globalization;
using System.Text;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers.Values;

/// <summary>Writes a value so that equal values have equal texts: the items of a set are sorted.</summary>
internal static class CanonicalText
{
    public static string Of(AttributeType type, ProviderValue value)
    {
        var text = new StringBuilder();
        Append(text, type, value);
        return text.ToString();
    }

    public static bool AreEqual(AttributeType type, ProviderValue one, ProviderValue other) =>
        ReferenceEquals(one, other) || string.Equals(Of(type, one), Of(type, other), StringComparison.Ordinal);

    private static void Append(StringBuilder text, AttributeType type, ProviderValue value)
    {
        switch (value)
        {
            case ProviderValue.Null:
                text.Append("null");
                break;
            case ProviderValue.Unknown:
                text.Append('?');
                break;
            case ProviderValue.Flag flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            case ProviderValue.Number number:
                text.Append(number.Value.ToString("R", CultureInfo.InvariantCulture));
                break;
            case ProviderValue.Text literal:
                // The length makes quotes in the text harmless.
                text.Append(literal.Value.Length).Append('"').Append(literal.Value).Append('"');
                break;
            case ProviderValue.List list:
                AppendItems(text, type, list);
                break;
            case ProviderValue.Map map:
                AppendEntries(text, type, map);
                break;
        }
    }

    private static void AppendItems(StringBuilder text, AttributeType type, ProviderValue.List list)
    {
        var collection = (AttributeType.Collection)type;
        var items = list.Items.Select(item => Of(collection.Element, item));
        text.Append('[').AppendJoin(',', collection.Type == CollectionType.Set ? items.Order(StringComparer.Ordinal) : items).Append(']');
    }

    private static void AppendEntries(StringBuilder text, AttributeType type, ProviderValue.Map map)
    {
        text.Append('{');
        foreach (var (key, value) in map.Entries)
        {
            text.Append(key).Append(':');
            Append(text, MemberType(type, key), value);
            text.Append(',');
        }

        text.Append('}');
    }

    private static AttributeType MemberType(AttributeType type, string key) =>
        type is AttributeType.Structure structure ? structure.Attributes[key] : ((AttributeType.Collection)type).Element;
}
