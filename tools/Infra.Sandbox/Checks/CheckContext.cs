using System.Collections.Immutable;
using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Origins;
using Infra.Stack;

namespace Infra.Sandbox.Checks;

/// <summary>The resources that controls look at, and the configuration that tells which key is the cause.</summary>
internal sealed class CheckContext
{
    private readonly ILookup<string, ResourceNode> _byType;
    private readonly Dictionary<ResourceKey, ResourceNode> _byKey;
    private readonly StackKeyIndex _keys;

    public CheckContext(ResourceGraph graph, StackConfig config)
    {
        Graph = graph;
        Config = config;
        _keys = new StackKeyIndex(graph);
        _byType = graph.Resources.ToLookup(node => node.Key.Type);
        _byKey = graph.Resources.ToDictionary(node => node.Key);
    }

    public ResourceGraph Graph { get; }

    public StackConfig Config { get; }

    /// <summary>The block of the stack file that makes a resource, or the entry of a map: <c>app:database</c>, <c>app:services.admin</c>.</summary>
    public string KeyOf(ResourceNode node) => _keys.BlockOf(node.Key);

    /// <summary>The full key of a value: <c>app:database.tls</c> for <c>database.tls</c>.</summary>
    public string Key(KeyPath path) => $"{Graph.Project}:{path}";

    public IEnumerable<ResourceNode> Of(string type) => _byType[type];

    /// <summary>The resource whose output an input uses; null if it is not one of the stack.</summary>
    public ResourceNode? TargetOf(ResourceNode node, string input) => TargetOf(node.Inputs.Find(input));

    public ResourceNode? TargetOf(PropertyValue? value) =>
        value?.Symbols().Select(symbol => _byKey.GetValueOrDefault(symbol.Resource)).OfType<ResourceNode>().FirstOrDefault();

    /// <summary>Whether any resource of a type uses an output of this one.</summary>
    public bool IsUsedBy(ResourceNode node, string type) => Of(type).Any(user => user.Uses(node));

    /// <summary>The containers of a task definition, in order.</summary>
    public static IEnumerable<JsonElement> ContainersOf(ResourceNode task)
    {
        using var json = JsonDocument.Parse(task.Inputs.Text("containerDefinitions") ?? "[]");
        return [.. json.RootElement.EnumerateArray().Select(container => container.Clone())];
    }

    /// <summary>The Allow statements of a policy.</summary>
    public static IEnumerable<JsonElement> AllowedBy(ResourceNode policy)
    {
        using var json = JsonDocument.Parse(policy.Inputs.Text("policy") ?? "{}");
        return json.RootElement.TryGetProperty("Statement", out var statements)
            ? [.. statements.EnumerateArray().Where(statement => statement.GetProperty("Effect").GetString() == "Allow").Select(statement => statement.Clone())]
            : ImmutableArray<JsonElement>.Empty;
    }

    /// <summary>The texts of a list in JSON.</summary>
    public static IEnumerable<string> Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => item.GetString()!)
            : [];
}

internal static class ResourceUse
{
    /// <summary>Whether an input of a resource is an output of another one.</summary>
    public static bool Uses(this ResourceNode user, ResourceNode used) => user.Inputs.Symbols().Any(symbol => symbol.Resource == used.Key);
}
