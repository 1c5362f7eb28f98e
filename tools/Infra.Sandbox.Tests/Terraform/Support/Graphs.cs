using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests.Terraform.Support;

/// <summary>Graphs of a few resources.</summary>
internal static class Graphs
{
    public static readonly ResourceKey Stack = new("pulumi:pulumi:Stack", "app-dev");

    public static ResourceGraph Of(params IEnumerable<ResourceNode> resources) => new()
    {
        Project = "app",
        Stack = "dev",
        Resources = [Component(Stack) with { Parent = null }, .. resources],
        Lookups = [],
        Outputs = PropertyValue.Map.Empty,
    };

    public static ResourceGraph WithOutput(this ResourceGraph graph, string name, PropertyValue value) =>
        graph with { Outputs = graph.Outputs.With([new(name, value)]) };

    public static ResourceNode Resource(string type, string name, params (string Key, PropertyValue Value)[] inputs) =>
        new() { Key = new ResourceKey(type, name), Parent = Stack, Inputs = Map(inputs) };

    public static ResourceNode Component(ResourceKey key) => new() { Key = key, Parent = Stack, IsComponent = true };

    public static PropertyValue.Map Map(params (string Key, PropertyValue Value)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));

    public static PropertyValue.List List(params PropertyValue[] items) => new([.. items]);
}
