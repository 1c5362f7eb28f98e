using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Preview;

/// <summary>The URNs of the resources: types from the outermost component inwards.</summary>
internal sealed class Urns(ResourceGraph graph)
{
    private readonly ResourceKey _stack = graph.Resources[0].Key;
    private readonly Dictionary<ResourceKey, ResourceNode> _nodes = graph.Resources.ToDictionary(node => node.Key);

    public string Of(ResourceKey key) => $"urn:pulumi:{graph.Stack}::{graph.Project}::{TypesOf(_nodes[key])}::{key.Name}";

    private string TypesOf(ResourceNode node) =>
        node.Parent is { } parent && parent != _stack ? $"{TypesOf(_nodes[parent])}${node.Key.Type}" : node.Key.Type;
}
