using System.Globalization;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>Converts values to an attribute's type.</summary>
internal sealed class ValueTranslator(TextTranslator texts, Problems problems)
{
    private readonly List<UnknownInput> _unknown = [];

    public IReadOnlyList<UnknownInput> Unknown => _unknown;

    public TerraformValue Translate(AttributeType type, PropertyValue value, PropertyOrigin origin) =>
        Translate(type, value, origin, isSecret: false) with { Origin = origin };

    /// <summary>Records a value of a wrong type as a problem.</summary>
    public TerraformValue Wrong(PropertyValue value, PropertyOrigin origin, string wanted)
    {
        problems.Add(origin.Resource, origin.Path, value is PropertyValue.Unknown
            ? "the value is only known after deployment"
            : $"the provider expects {wanted}");
        return new TerraformValue.Null();
    }

    private TerraformValue Translate(AttributeType type, PropertyValue value, PropertyOrigin origin, bool isSecret) => (type, value) switch
    {
        (_, PropertyValue.Secret secret) => Translate(type, secret.Value, origin, isSecret: true),
        (_, PropertyValue.Null) => new TerraformValue.Null(),
        (AttributeType.Primitive primitive, _) => Simple(primitive.Type, value, origin, isSecret),
        (AttributeType.Collection { Type: CollectionType.Map } map, PropertyValue.Map entries) => Map(map, entries, origin, isSecret),
        (AttributeType.Collection { Type: not CollectionType.Map } list, PropertyValue.List items) => List(list, items, origin, isSecret),
        // Pulumi flattens a list with at most one item.
        (AttributeType.Collection { Type: not CollectionType.Map } list, _) =>
            TerraformValue.List.Of([Translate(list.Element, value, origin, isSecret)]),
        (AttributeType.Structure structure, PropertyValue.Map members) => Structure(structure, members, origin, isSecret),
        _ => Wrong(value, origin, "an object"),
    };

    private TerraformValue Simple(PrimitiveType type, PropertyValue value, PropertyOrigin origin, bool isSecret) => value switch
    {
        PropertyValue.Text text => isSecret ? texts.TranslateSecret(text.Value, origin) : Literal(type, text.Value),
        PropertyValue.Number number when isSecret => texts.TranslateSecret(Text(number), origin),
        PropertyValue.Number number when type == PrimitiveType.Text => Text(number),
        PropertyValue.Number number => number.Value,
        PropertyValue.Flag flag when type == PrimitiveType.Text => flag.Value ? "true" : "false",
        PropertyValue.Flag flag => flag.Value,
        _ => Wrong(value, origin, "a simple value"),
    };

    private TerraformValue Literal(PrimitiveType type, string text) => type switch
    {
        PrimitiveType.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        PrimitiveType.Flag when bool.TryParse(text, out var flag) => flag,
        _ => texts.Translate(text).Template,
    };

    private static string Text(PropertyValue.Number number) => number.Value.ToString(CultureInfo.InvariantCulture);

    // Terraform reads the keys as templates too.
    private TerraformValue Map(AttributeType.Collection type, PropertyValue.Map entries, PropertyOrigin origin, bool isSecret) =>
        TerraformValue.Map.Sorted(entries.Entries.Select(entry =>
        {
            var inner = origin.Property(entry.Key);
            return KeyValuePair.Create(
                texts.Translate(entry.Key).Template.Text,
                Translate(type.Element, entry.Value, inner, isSecret) with { Origin = inner });
        }));

    private TerraformValue List(AttributeType.Collection type, PropertyValue.List items, PropertyOrigin origin, bool isSecret) =>
        TerraformValue.List.Of(items.Items.Select((item, index) =>
        {
            var inner = origin.Item(index);
            return Translate(type.Element, item, inner, isSecret) with { Origin = inner };
        }));

    private TerraformValue Structure(AttributeType.Structure type, PropertyValue.Map members, PropertyOrigin origin, bool isSecret)
    {
        var given = new Dictionary<string, TerraformValue>();
        foreach (var (property, value) in members.Entries)
        {
            var inner = origin.Property(property);
            if (AttributeNames.OfMember(type, property) is { } name)
            {
                given[name] = Translate(type.Attributes[name], value, inner, isSecret) with { Origin = inner };
            }
            else
            {
                _unknown.Add(new UnknownInput(inner.Resource, inner.Path));
            }
        }

        return TerraformValue.Map.Of(type.Attributes.Keys, name => name, name => given.GetValueOrDefault(name, new TerraformValue.Null()));
    }
}
