using Infra.Configuration.Binding;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Origins;

/// <summary>Finds the key of the stack file that a resource comes from, such as <c>app:services.web</c>.</summary>
internal sealed class StackKeyIndex
{
    private readonly string _project;
    private readonly Dictionary<ResourceKey, ResourceNode> _nodes;
    private readonly Dictionary<ResourceKey, KeyPath> _found = [];
    private readonly KeyRules _rules;

    public StackKeyIndex(ResourceGraph graph)
    {
        _project = graph.Project;
        _nodes = graph.Resources.ToDictionary(node => node.Key);
        _rules = new KeyRules(graph, ParentOf, Find);
    }

    /// <summary>The key with its namespace. It need not stand in the file where it has a default, as <c>app:loadBalancer</c> does.</summary>
    public string Of(ResourceKey resource) => $"{_project}:{Find(resource)}";

    /// <summary>The block, or the entry of a map, that contains the key: <c>app:database</c>, <c>app:services.web</c>.</summary>
    public string BlockOf(ResourceKey resource) => KeyBlock.Of(Of(resource));

    private ResourceNode? ParentOf(ResourceNode node) => node.Parent is { } parent ? _nodes.GetValueOrDefault(parent) : null;

    private KeyPath Find(ResourceKey resource)
    {
        if (!_found.TryGetValue(resource, out var key))
        {
            _found[resource] = key = Search(resource);
        }

        return key;
    }

    // A resource without a rule belongs to the key of its component.
    private KeyPath Search(ResourceKey resource)
    {
        for (var node = _nodes.GetValueOrDefault(resource); node is not null; node = ParentOf(node))
        {
            if (_rules.KeyOf(node) is { } key)
            {
                return key;
            }
        }

        return Key(stack => stack.Name);
    }
}
