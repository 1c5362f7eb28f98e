using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Finds resources of a graph by type, by reference and by parent.</summary>
internal sealed class StackIndex
{
    private readonly ILookup<string, ResourceNode> _byType;
    private readonly Dictionary<ResourceKey, ResourceNode> _byKey;
    private readonly string _application;

    public StackIndex(ResourceGraph graph)
    {
        Graph = graph;
        _byType = graph.Resources.ToLookup(node => node.Key.Type, StringComparer.Ordinal);
        _byKey = graph.Resources.ToDictionary(node => node.Key);
        _application = graph.Resources.Select(node => node.Inputs.Map("tags").Text("Application")).FirstOrDefault(name => name is not null) ?? graph.Project;
    }

    public ResourceGraph Graph { get; }

    /// <summary>The name of the application and the stack: <c>shop-dev</c>.</summary>
    public string Title => $"{_application}-{Graph.Stack}";

    public IEnumerable<ResourceNode> Of(string type) => _byType[type];

    /// <summary>The resource that a text consists of a reference to.</summary>
    public ResourceNode? Find(string? reference) =>
        reference is not null && Symbol.Parse(reference) is { } symbol ? _byKey.GetValueOrDefault(symbol.Resource) : null;

    /// <summary>Tells whether a resource is inside a component, at any depth.</summary>
    public bool IsInside(ResourceNode node, ResourceKey component)
    {
        for (var parent = node.Parent; parent is { } key; parent = _byKey.GetValueOrDefault(key)?.Parent)
        {
            if (key == component)
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<ResourceNode> Inside(ResourceKey component, string type) => Of(type).Where(node => IsInside(node, component));

    /// <summary>A logical name without the application and the name of its component: <c>uploads</c> of <c>shop-buckets-uploads</c>.</summary>
    public string ShortName(ResourceNode node, string component)
    {
        var prefix = $"{_application}-{component}-";
        var name = node.Key.Name;
        return name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..]
            : name.StartsWith($"{_application}-", StringComparison.Ordinal) ? name[(_application.Length + 1)..]
            : name;
    }

    /// <summary>All texts of the stack's outputs.</summary>
    public IEnumerable<string> OutputTexts() => TextsIn(Graph.Outputs);

    private static IEnumerable<string> TextsIn(PropertyValue value) => value switch
    {
        PropertyValue.Text text => [text.Value],
        PropertyValue.List list => list.Items.SelectMany(TextsIn),
        PropertyValue.Map map => map.Entries.Values.SelectMany(TextsIn),
        _ => [],
    };
}
