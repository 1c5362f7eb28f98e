using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// The variables of a document: secrets, which must not be in the document, and random values, because the random provider may not
/// be installed.
/// </summary>
internal sealed class VariableTable
{
    private readonly Dictionary<ResourceKey, TerraformVariable> _random = [];
    private readonly SortedDictionary<string, TerraformVariable> _byName = new(StringComparer.Ordinal);

    public VariableTable(ResourceGraph graph)
    {
        foreach (var resource in graph.Resources)
        {
            if (RandomValues.VariableOf(resource) is { } variable)
            {
                _random[resource.Key] = Add(variable);
            }
        }
    }

    public ImmutableArray<TerraformVariable> All => [.. _byName.Values];

    /// <summary>The variable that replaces a random resource.</summary>
    public TerraformVariable? Find(ResourceKey random) => _random.GetValueOrDefault(random);

    /// <summary>The variable for an encrypted value of the stack file.</summary>
    public TerraformVariable ForConfiguration(string key)
    {
        var source = new VariableSource.Configuration(key);
        return _byName.Values.FirstOrDefault(variable => variable.Source == source)
            ?? Add(new TerraformVariable { Name = Identifiers.Of($"config_{key}"), Source = source, IsSensitive = true });
    }

    /// <summary>The variable for a secret text in a property.</summary>
    public TerraformVariable ForSecret(ResourceKey resource, string path, string value) =>
        Add(new TerraformVariable
        {
            Name = Identifiers.Of($"{resource.Name}_{path}"),
            Source = new VariableSource.Known(value),
            IsSensitive = true,
        });

    private TerraformVariable Add(TerraformVariable variable)
    {
        var added = _byName.ContainsKey(variable.Name)
            ? variable with { Name = $"{variable.Name}_{Identifiers.Hash($"{_byName.Count}")}" }
            : variable;
        _byName.Add(added.Name, added);
        return added;
    }
}
