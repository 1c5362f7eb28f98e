using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>Says what must be there before a resource.</summary>
internal sealed class DependencyTranslator(ResourceGraph graph, AddressBook addresses)
{
    private readonly ILookup<ResourceKey?, ResourceNode> _children = graph.Resources.ToLookup(resource => resource.Parent);
    private readonly HashSet<ResourceKey> _components = [.. graph.Resources.Where(resource => resource.IsComponent).Select(resource => resource.Key)];

    /// <summary>The addresses that a resource depends on: a component stands for the resources in it, at any depth.</summary>
    public ImmutableArray<string> Of(ResourceNode resource) =>
    [
        .. resource.Settings.DependsOn
            .SelectMany(Expand)
            .Where(key => key != resource.Key)
            .Select(addresses.Find)
            .OfType<TerraformAddress>()
            .Select(address => $"{address}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private IEnumerable<ResourceKey> Expand(ResourceKey key) =>
        _components.Contains(key) ? _children[key].SelectMany(child => Expand(child.Key)) : [key];
}
