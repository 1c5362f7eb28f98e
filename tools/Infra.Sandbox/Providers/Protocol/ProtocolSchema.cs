using System.Collections.Immutable;
using System.Text.Json;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers.Protocol;

/// <summary>Reads schemas of the plugin protocol.</summary>
internal static class ProtocolSchema
{
    public static BlockSchema Read(Schema.Types.Block block) => new()
    {
        Attributes = block.Attributes.ToImmutableSortedDictionary(attribute => attribute.Name, Attribute, StringComparer.Ordinal),
        Blocks = block.BlockTypes.ToImmutableSortedDictionary(nested => nested.TypeName, NestedBlock, StringComparer.Ordinal),
    };

    private static AttributeSchema Attribute(Schema.Types.Attribute attribute)
    {
        using var type = JsonDocument.Parse(attribute.Type.Memory);
        return new AttributeSchema
        {
            Type = TypeJson.Read(type.RootElement),
            IsRequired = attribute.Required,
            IsOptional = attribute.Optional,
            IsComputed = attribute.Computed,
        };
    }

    private static NestedBlockSchema NestedBlock(Schema.Types.NestedBlock nested) => new()
    {
        Block = Read(nested.Block),
        Nesting = nested.Nesting switch
        {
            Schema.Types.NestedBlock.Types.NestingMode.Single => Nesting.Single,
            Schema.Types.NestedBlock.Types.NestingMode.List => Nesting.List,
            Schema.Types.NestedBlock.Types.NestingMode.Set => Nesting.Set,
            _ => throw new NotSupportedException($"the provider's schema has blocks of the unknown nesting {nested.Nesting}"),
        },
    };
}
