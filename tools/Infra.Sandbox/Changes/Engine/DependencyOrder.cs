using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>The dependencies between the resources of a graph.</summary>
internal sealed class DependencyOrder
{
    private readonly Dictionary<ResourceKey, ResourceNode> _nodes;
    private readonly Dictionary<ResourceKey, ProviderLookup> _lookups;
    private readonly ILookup<ResourceKey?, ResourceKey> _children;
    private readonly Dictionary<ResourceKey, ImmutableArray<ResourceKey>> _dependencies = [];

    public DependencyOrder(ResourceGraph graph)
    {
        _nodes = graph.Resources.ToDictionary(node => node.Key);
        _lookups = graph.Lookups.ToDictionary(lookup => lookup.Key);
        _children = graph.Resources.ToLookup(node => node.Parent, node => node.Key);
        Resources = Sort(graph);
    }

    /// <summary>The resources without components, each after its dependencies.</summary>
    public ImmutableArray<ResourceNode> Resources { get; }

    public ResourceNode Find(ResourceKey key) => _nodes[key];

    /// <summary>The resources that a resource waits for.</summary>
    public ImmutableArray<ResourceKey> DependenciesOf(ResourceKey key) =>
        _dependencies.TryGetValue(key, out var found) ? found : _dependencies[key] = [.. UsedBy(_nodes[key]).Distinct()];

    /// <summary>The resources that wait for a resource, directly or not, each after its dependencies.</summary>
    public IEnumerable<ResourceNode> DependentsOf(ResourceKey key)
    {
        HashSet<ResourceKey> found = [key];
        return [.. Resources.Where(node => node.Key != key && DependenciesOf(node.Key).Any(found.Contains) && found.Add(node.Key))];
    }

    /// <summary>The resources whose outputs are behind a symbol: its resource, or the sources of a lookup's arguments.</summary>
    public IEnumerable<Symbol> Behind(Symbol symbol) =>
        _lookups.TryGetValue(symbol.Resource, out var lookup) ? lookup.Arguments.Symbols().SelectMany(Behind) : [symbol];

    private IEnumerable<ResourceKey> UsedBy(ResourceNode node)
    {
        var used = node.Inputs.Symbols().SelectMany(Behind).Select(symbol => symbol.Resource);
        var parent = node.Parent is { } key && _nodes.TryGetValue(key, out var owner) && !owner.IsComponent ? key : (ResourceKey?)null;
        return used
            .Concat(node.Sources)
            .Concat(node.Settings.DependsOn.SelectMany(Expand))
            .Concat(parent is { } value ? [value] : [])
            .Where(found => found != node.Key && _nodes.TryGetValue(found, out var target) && !target.IsComponent);
    }

    // A component stands for everything inside it.
    private IEnumerable<ResourceKey> Expand(ResourceKey key) =>
        _nodes.TryGetValue(key, out var node) && node.IsComponent ? _children[key].SelectMany(Inside) : [key];

    private IEnumerable<ResourceKey> Inside(ResourceKey key) => _children[key].SelectMany(Inside).Prepend(key);

    // In the program's order, as far as the dependencies allow.
    private ImmutableArray<ResourceNode> Sort(ResourceGraph graph)
    {
        var sorted = ImmutableArray.CreateBuilder<ResourceNode>();
        var seen = new HashSet<ResourceKey>();
        foreach (var node in graph.Resources)
        {
            Visit(node.Key);
        }

        return sorted.ToImmutable();

        void Visit(ResourceKey key)
        {
            if (_nodes[key].IsComponent || !seen.Add(key))
            {
                return;
            }

            foreach (var dependency in DependenciesOf(key))
            {
                Visit(dependency);
            }

            sorted.Add(_nodes[key]);
        }
    }
}
