using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Origins;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>The resources of a stack, and copies of them with edits.</summary>
internal sealed class EditableStack(ResourceGraph graph)
{
    private const string Database = "aws:rds/instance:Instance";

    private readonly StackKeyIndex _keys = new(graph);

    public ResourceGraph Graph => graph;

    /// <summary>Whether nothing protects its data or keeps it available, so that interruptions are acceptable.</summary>
    public bool IsDisposable { get; } = graph.Resources.All(node => !node.Settings.Protect)
        && !graph.Resources.Any(node => node.Key.Type == Database && node.Inputs.Flag("multiAz") == true);

    public IEnumerable<ResourceNode> All(string type) => graph.Resources.Where(node => node.Key.Type == type);

    public string KeyOf(ResourceNode node) => _keys.Of(node.Key);

    public string BlockOf(ResourceNode node) => _keys.BlockOf(node.Key);

    /// <summary>The resources with other inputs of one of them.</summary>
    public ResourceGraph With(ResourceNode node, PropertyValue.Map inputs) => With([KeyValuePair.Create(node.Key, inputs)]);

    public ResourceGraph With(IEnumerable<KeyValuePair<ResourceKey, PropertyValue.Map>> inputs)
    {
        var changed = inputs.ToDictionary();
        return graph with
        {
            Resources = [.. graph.Resources.Select(node => changed.TryGetValue(node.Key, out var map) ? node with { Inputs = map } : node)],
        };
    }

    public ResourceGraph Without(Func<ResourceNode, bool> isGone) => graph with { Resources = [.. graph.Resources.Where(node => !isGone(node))] };

    public ResourceGraph Plus(IEnumerable<ResourceNode> nodes) => graph with { Resources = [.. graph.Resources, .. nodes] };

    /// <summary>Inputs with another value of one key.</summary>
    public static PropertyValue.Map Set(PropertyValue.Map inputs, string key, PropertyValue value) => inputs.With([KeyValuePair.Create(key, value)]);

    public static PropertyValue.Map Map(params ImmutableArray<(string Key, PropertyValue Value)> entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
