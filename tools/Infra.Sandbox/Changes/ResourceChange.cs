using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes;

/// <summary>One resource that an update of a running stack touches.</summary>
internal sealed record ResourceChange
{
    public required ChangeAction Action { get; init; }

    /// <summary>The resource as it runs; null when it is created.</summary>
    public ResourceNode? Old { get; init; }

    /// <summary>The resource as it is asked for; null when it is deleted.</summary>
    public ResourceNode? New { get; init; }

    /// <summary>The inputs that differ. Empty for a resource that is created or deleted.</summary>
    public ImmutableArray<PropertyChange> Properties { get; init; } = [];

    /// <summary>Whether the engine deletes the old resource before it creates its replacement.</summary>
    public bool DeletesFirst { get; init; }

    /// <summary>Consequences for users and operators, the most harmful first.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    public ResourceKey Key => (New ?? Old)!.Key;
}

/// <summary>The engine's operation on one resource.</summary>
internal enum ChangeAction
{
    Create,
    Update,
    Replace,
    Delete,
}

/// <summary>An input that differs between two graphs of one stack.</summary>
/// <param name="Path">The input in Pulumi's notation: <c>healthCheck.path</c>, <c>ingress[0].fromPort</c>.</param>
/// <param name="Old">The value as it runs; null where it was not given.</param>
/// <param name="New">The value asked for; null where it is no longer given, and unknown where it depends on a replaced resource.</param>
/// <param name="ForcesReplacement">Whether AWS cannot change it on an existing resource.</param>
internal sealed record PropertyChange(string Path, PropertyValue? Old, PropertyValue? New, bool ForcesReplacement);
