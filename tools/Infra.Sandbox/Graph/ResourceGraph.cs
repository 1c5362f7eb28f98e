using System.Collections.Immutable;

namespace Infra.Sandbox.Graph;

/// <summary>The resources, lookups and outputs of a stack.</summary>
internal sealed record ResourceGraph
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    /// <summary>The AWS region; null for a graph that was not made from a stack file.</summary>
    public string? Region { get; init; }

    /// <summary>All resources, the stack first: each followed by its children in the order of registration.</summary>
    public required ImmutableArray<ResourceNode> Resources { get; init; }

    /// <summary>The program's calls of provider functions, sorted.</summary>
    public required ImmutableArray<ProviderLookup> Lookups { get; init; }

    /// <summary>The outputs of the stack by name.</summary>
    public required PropertyValue.Map Outputs { get; init; }

    /// <summary>The graph with whole texts replaced.</summary>
    public ResourceGraph WithTexts(IReadOnlyDictionary<string, string> texts) => this with
    {
        Resources = [.. Resources.Select(resource => resource with { Inputs = resource.Inputs.WithTexts(texts) })],
        Lookups = [.. Lookups.Select(lookup => lookup with { Arguments = lookup.Arguments.WithTexts(texts) })],
        Outputs = Outputs.WithTexts(texts),
    };
}

/// <summary>One resource or component with its inputs and options.</summary>
internal sealed record ResourceNode
{
    public required ResourceKey Key { get; init; }

    /// <summary>Null for the stack itself.</summary>
    public required ResourceKey? Parent { get; init; }

    /// <summary>Whether it only groups other resources.</summary>
    public bool IsComponent { get; init; }

    public PropertyValue.Map Inputs { get; init; } = PropertyValue.Map.Empty;

    /// <summary>The resources whose outputs its inputs use, with or without a symbol.</summary>
    public ImmutableArray<ResourceKey> Sources { get; init; } = [];

    public ResourceSettings Settings { get; init; } = new();
}

/// <summary>The resource options other than parent and provider.</summary>
internal sealed record ResourceSettings
{
    /// <summary>Resources that must be created first; a component stands for all its resources.</summary>
    public ImmutableArray<ResourceKey> DependsOn { get; init; } = [];

    public bool Protect { get; init; }

    /// <summary>Null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public bool RetainOnDelete { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public TimeSpan? CreateTimeout { get; init; }

    public TimeSpan? UpdateTimeout { get; init; }

    public TimeSpan? DeleteTimeout { get; init; }
}

/// <summary>A call of a provider function. Its results are symbols with this key.</summary>
/// <param name="Key">The function and a name derived from the arguments.</param>
/// <param name="Arguments">The call's arguments.</param>
internal sealed record ProviderLookup(ResourceKey Key, PropertyValue.Map Arguments);
