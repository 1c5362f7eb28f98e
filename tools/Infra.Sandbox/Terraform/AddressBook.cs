using System.Collections.Frozen;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>The address of a resource or data source.</summary>
internal sealed record TerraformAddress(bool IsData, string Type, string Name)
{
    public override string ToString() => IsData ? $"data.{Type}.{Name}" : $"{Type}.{Name}";
}

/// <summary>The Terraform addresses of a graph's resources and lookups.</summary>
internal sealed class AddressBook
{
    private readonly FrozenDictionary<ResourceKey, TerraformAddress> _addresses;
    private readonly Func<string, bool> _isOmitted;

    /// <param name="graph">The stack.</param>
    /// <param name="isOmitted">Whether the document omits a resource type.</param>
    public AddressBook(ResourceGraph graph, Func<string, bool> isOmitted) => (_addresses, _isOmitted) = (Addresses(graph, isOmitted), isOmitted);

    public IEnumerable<KeyValuePair<ResourceKey, TerraformAddress>> All => _addresses;

    public TerraformAddress? Find(ResourceKey key) => _addresses.GetValueOrDefault(key);

    /// <summary>Whether the document omits a resource.</summary>
    public bool IsOmitted(ResourceKey key) => TypeMap.ResourceType(key.Type) is { } type && _isOmitted(type);

    private static FrozenDictionary<ResourceKey, TerraformAddress> Addresses(ResourceGraph graph, Func<string, bool> isOmitted) => graph.Resources
        .Select(resource => (resource.Key, IsData: false, Type: TypeMap.ResourceType(resource.Key.Type)))
        .Where(resource => resource.Type is null || !isOmitted(resource.Type))
        .Concat(graph.Lookups.Select(lookup => (lookup.Key, IsData: true, Type: TypeMap.DataType(lookup.Key.Type))))
        .Where(resource => resource.Type is not null)
        .GroupBy(resource => (resource.IsData, Type: resource.Type!), resource => resource.Key)
        .SelectMany(group => Addresses(group.Key.IsData, group.Key.Type, [.. group]))
        .ToFrozenDictionary();

    private static IEnumerable<KeyValuePair<ResourceKey, TerraformAddress>> Addresses(bool isData, string type, List<ResourceKey> keys)
    {
        var names = Identifiers.Distinct(keys.Select(key => key.Name)).ToDictionary();
        return keys.Select(key => KeyValuePair.Create(key, new TerraformAddress(isData, type, names[key.Name])));
    }
}
