using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>Finds the dependencies of a resource that its references do not express.</summary>
internal sealed class DependencyTranslator(ResourceGraph graph, AddressBook addresses)
{
    private readonly ILookup<ResourceKey?, ResourceNode> _children = graph.Resources.ToLookup(resource => resource.Parent);
    private readonly HashSet<ResourceKey> _components = [.. graph.Resources.Where(resource => resource.IsComponent).Select(resource => resource.Key)];

    /// <summary>The addresses that a resource depends on: a component stands for the resources in it, at any depth.</summary>
    public ImmutableArray<string> Of(ResourceNode resource)
    {
        var referenced = resource.Inputs.Symbols().Select(symbol => symbol.Resource).Append(resource.Key);
        // A component passes on its resources' outputs, whose references are visible.
        var sources = resource.Sources.Where(source => !_components.Contains(source));
        return
        [
            .. resource.Settings.DependsOn
                .SelectMany(Expand)
                .Concat(sources)
                .Except(referenced)
                .Select(addresses.Find)
                .OfType<TerraformAddress>()
                .Select(address => $"{address}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private IEnumerable<ResourceKey> Expand(ResourceKey key) => _components.Contains(key) ? Inside(key) : [key];

    // The resources of a VPC component are nested.
    private IEnumerable<ResourceKey> Inside(ResourceKey key) => _children[key].SelectMany(child => Inside(child.Key).Prepend(child.Key));
}
