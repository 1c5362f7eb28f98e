using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>An input that this version of the provider does not know.</summary>
/// <param name="Resource">The resource in the Pulumi program.</param>
/// <param name="Path">The Pulumi input, <c>defaultActions[0].jwtValidation</c>.</param>
internal sealed record UnknownInput(ResourceKey Resource, string Path);

/// <summary>Translates the inputs of resources and lookups to attributes and blocks of the provider's schema.</summary>
internal sealed class InputTranslator(ValueTranslator values)
{
    private readonly List<UnknownInput> _unknown = [];

    public ImmutableArray<UnknownInput> Unknown => [.. _unknown.Concat(values.Unknown)];

    /// <summary>The attributes and blocks of a resource, unsorted.</summary>
    public List<KeyValuePair<string, TerraformValue>> Translate(
        ResourceKey resource, string terraformType, BlockSchema schema, PropertyValue.Map inputs) =>
        Translate(schema, inputs, new PropertyOrigin(resource, ""), property => AttributeNames.OfInput(terraformType, schema, property));

    private List<KeyValuePair<string, TerraformValue>> Translate(
        BlockSchema schema, PropertyValue.Map inputs, PropertyOrigin origin, Func<string, string?> nameOf)
    {
        var members = new List<KeyValuePair<string, TerraformValue>>();
        foreach (var (property, value) in inputs.Entries.Where(entry => entry.Value is not PropertyValue.Null))
        {
            var inner = origin.Property(property);
            if (nameOf(property) is not { } name)
            {
                _unknown.Add(new UnknownInput(inner.Resource, inner.Path));
            }
            else if (schema.Blocks.TryGetValue(name, out var block))
            {
                members.Add(new(name, Blocks(block, value, inner)));
            }
            else
            {
                members.Add(new(name, values.Translate(schema.Attributes[name].Type, value, inner)));
            }
        }

        return members;
    }

    private TerraformValue Blocks(NestedBlockSchema schema, PropertyValue given, PropertyOrigin origin)
    {
        var value = Opened(given);
        if (value is PropertyValue.List list && schema.Nesting != Nesting.Single)
        {
            return TerraformValue.List.Of(list.Items.Select((item, index) => Block(schema, item, origin.Item(index)))) with { Origin = origin };
        }

        // Pulumi flattens a list with at most one item.
        var block = Block(schema, value, origin);
        return schema.Nesting == Nesting.Single ? block : TerraformValue.List.Of([block]) with { Origin = origin };
    }

    private TerraformValue Block(NestedBlockSchema schema, PropertyValue value, PropertyOrigin origin)
    {
        if (Opened(value) is not PropertyValue.Map map)
        {
            return values.Wrong(value, origin, "an object");
        }

        var members = Translate(schema.Block, map, origin, property => AttributeNames.OfInput(schema.Block, property));
        return TerraformValue.Map.Sorted(members) with { Origin = origin };
    }

    // The items of a secret are secret too.
    private static PropertyValue Opened(PropertyValue value) => (value as PropertyValue.Secret)?.Value switch
    {
        PropertyValue.Map map => PropertyValue.Map.Of(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Secret(entry.Value)))),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(Secret)]),
        _ => value,
    };

    private static PropertyValue Secret(PropertyValue value) => new PropertyValue.Secret(value);
}
