using System.Collections.Immutable;

namespace Infra.Sandbox.Terraform.Schema;

internal enum PrimitiveType
{
    Text,
    Number,
    Flag,

    /// <summary>Any value.</summary>
    Any,
}

internal enum CollectionType
{
    List,
    Set,
    Map,
}

/// <summary>The type of an attribute of a Terraform provider.</summary>
internal abstract record AttributeType
{
    private AttributeType()
    {
    }

    public sealed record Primitive(PrimitiveType Type) : AttributeType;

    public sealed record Collection(CollectionType Type, AttributeType Element) : AttributeType;

    /// <summary>Attributes by name. All of them must be set, if only to null.</summary>
    public sealed record Structure(ImmutableSortedDictionary<string, AttributeType> Attributes) : AttributeType;
}
