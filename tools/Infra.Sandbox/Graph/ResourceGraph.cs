using System.Collections.Immutable;

namespace Infra.Sandbox.Graph;

/// <summary>Everything a stack would consist of.</summary>
internal sealed record ResourceGraph
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    /// <summary>All resources, the stack first: each followed by its children in the order in which the program makes them.</summary>
    public required ImmutableArray<ResourceNode> Resources { get; init; }

    /// <summary>What the program asks AWS, in order.</summary>
    public required ImmutableArray<ProviderLookup> Lookups { get; init; }

    /// <summary>The outputs of the stack by name.</summary>
    public required PropertyValue.Map Outputs { get; init; }

    /// <summary>The graph with other texts in place of some.</summary>
    public ResourceGraph WithTexts(IReadOnlyDictionary<string, string> texts) => this with
    {
        Resources = [.. Resources.Select(resource => resource with { Inputs = resource.Inputs.WithTexts(texts) })],
        Lookups = [.. Lookups.Select(lookup => lookup with { Arguments = lookup.Arguments.WithTexts(texts) })],
        Outputs = Outputs.WithTexts(texts),
    };
}

/// <summary>One resource or component with everything the program says about it.</summary>
internal sealed record ResourceNode
{
    public required ResourceKey Key { get; init; }

    /// <summary>None for the stack itself.</summary>
    public required ResourceKey? Parent { get; init; }

    /// <summary>Whether it only groups other resources.</summary>
    public bool IsComponent { get; init; }

    public PropertyValue.Map Inputs { get; init; } = PropertyValue.Map.Empty;

    /// <summary>The resources that its inputs come from, whether or not a symbol in them says so.</summary>
    public ImmutableArray<ResourceKey> Sources { get; init; } = [];

    public ResourceSettings Settings { get; init; } = new();
}

/// <summary>The options of a resource that are about its life rather than its place.</summary>
internal sealed record ResourceSettings
{
    /// <summary>Resources that must be complete before; a component stands for all inside it.</summary>
    public ImmutableArray<ResourceKey> DependsOn { get; init; } = [];

    public bool Protect { get; init; }

    public bool DeleteBeforeReplace { get; init; }

    public bool RetainOnDelete { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public TimeSpan? CreateTimeout { get; init; }

    public TimeSpan? UpdateTimeout { get; init; }

    public TimeSpan? DeleteTimeout { get; init; }
}

/// <summary>The call of a provider function. Its results are symbols with this key.</summary>
/// <param name="Key">The function and a name that follows from the arguments.</param>
/// <param name="Arguments">What it is asked with.</param>
internal sealed record ProviderLookup(ResourceKey Key, PropertyValue.Map Arguments);
