using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>The outputs that have other values after the update than before.</summary>
internal sealed class NewValues(DependencyOrder wanted)
{
    private readonly HashSet<ResourceKey> _recreated = [];
    private readonly HashSet<Symbol> _changed = [];

    /// <summary>Notes a resource that is created or replaced: all its outputs are new.</summary>
    public void AddRecreated(ResourceKey key) => _recreated.Add(key);

    /// <summary>Notes a resource that is updated in place: few of its outputs change with its inputs.</summary>
    public void AddUpdated(ResourceKey key, IEnumerable<PropertyChange> changes) =>
        _changed.UnionWith(VolatileOutputs.Of(key.Type, changes).Select(output => new Symbol(key, output)));

    public bool Contain(Symbol symbol) =>
        wanted.Behind(symbol).Any(source => _recreated.Contains(source.Resource) || _changed.Contains(VolatileOutputs.Whole(source)));
}
