using System.Collections.Immutable;

namespace Infra.Sandbox.Terraform.Schema;

/// <summary>The schema of a block: a whole resource or a nested block.</summary>
internal sealed class BlockSchema
{
    private AttributeType.Structure? _type;

    public required ImmutableSortedDictionary<string, AttributeSchema> Attributes { get; init; }

    public required ImmutableSortedDictionary<string, NestedBlockSchema> Blocks { get; init; }

    /// <summary>Whether a program may set an attribute or block.</summary>
    public bool Accepts(string name) => Blocks.ContainsKey(name) || (Attributes.TryGetValue(name, out var attribute) && attribute.IsConfigurable);

    /// <summary>The type of the block in expressions.</summary>
    public AttributeType.Structure AsType() => _type ??= new AttributeType.Structure(ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value.Type))
            .Concat(Blocks.Select(block => KeyValuePair.Create(block.Key, block.Value.AsType())))));
}

internal sealed record AttributeSchema
{
    public required AttributeType Type { get; init; }

    public bool IsRequired { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>Whether the provider computes a value if the program sets none.</summary>
    public bool IsComputed { get; init; }

    public bool IsSensitive { get; init; }

    public bool IsConfigurable => IsRequired || IsOptional;
}

internal enum Nesting
{
    Single,
    List,
    Set,
}

internal sealed record NestedBlockSchema
{
    public required Nesting Nesting { get; init; }

    public required BlockSchema Block { get; init; }

    public int MinItems { get; init; }

    /// <summary>Null if there is no limit.</summary>
    public int MaxItems { get; init; }

    public AttributeType AsType() => Nesting switch
    {
        Nesting.Single => Block.AsType(),
        Nesting.Set => new AttributeType.Collection(CollectionType.Set, Block.AsType()),
        _ => new AttributeType.Collection(CollectionType.List, Block.AsType()),
    };
}
