using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>What a symbol is in Terraform's expressions.</summary>
/// <param name="Expression">Without the <c>${}</c>.</param>
/// <param name="IsSensitive">Whether Terraform hides it, and so everything that is made of it.</param>
internal readonly record struct Reference(string Expression, bool IsSensitive = false);

/// <summary>Turns symbols into Terraform references.</summary>
internal sealed class ReferenceResolver(
    ResourceGraph graph, ProviderSchema schema, AddressBook addresses, VariableTable variables, Problems problems)
{
    // AWS gives a VPC a /56, and a subnet takes a /64.
    private const int Ipv6SubnetBits = 8;

    private readonly Dictionary<ResourceKey, ResourceNode> _resources = graph.Resources.ToDictionary(resource => resource.Key);

    /// <summary>The reference; what cannot be one becomes a problem.</summary>
    public Reference Resolve(Symbol symbol)
    {
        if (symbol.IsConfig)
        {
            return OfVariable(variables.ForConfiguration(symbol.Resource.Name));
        }

        var reference = variables.Find(symbol.Resource) is { } variable ? OfRandom(symbol, variable)
            : addresses.Find(symbol.Resource) is { } address ? OfAddress(symbol, address)
            : null;
        if (reference is null)
        {
            problems.Add(symbol.Resource, symbol.Path, "Terraform cannot read this property");
        }

        return reference ?? new Reference("null");
    }

    private static Reference OfVariable(TerraformVariable variable) => new($"var.{variable.Name}", variable.IsSensitive);

    private Reference? OfRandom(Symbol symbol, TerraformVariable variable) =>
        RandomValues.Expression(_resources[symbol.Resource], variable, symbol.Path) is { } expression
            ? new Reference(expression, variable.IsSensitive)
            : null;

    private Reference? OfAddress(Symbol symbol, TerraformAddress address)
    {
        var path = SymbolPath.Parse(symbol.Path);
        if (CertificateReferences.Expression(address, path, _resources.GetValueOrDefault(symbol.Resource), Quoted) is { } validation)
        {
            return new Reference(validation);
        }

        var types = address.IsData ? schema.DataSources : schema.Resources;
        if (!types.TryGetValue(address.Type, out var block) || AttributePath.Walk(address.Type, $"{address}", block.AsType(), path) is not { } expression)
        {
            return null;
        }

        return new Reference(
            path.Part is { } part ? $"cidrsubnet({expression}, {Ipv6SubnetBits}, {part})" : expression,
            IsSensitive(address, block, path));
    }

    private static bool IsSensitive(TerraformAddress address, BlockSchema block, SymbolPath path) =>
        AttributeNames.OfOutput(address.Type, block.AsType(), path.Steps[0].Name) is { } name
        && block.Attributes.TryGetValue(name, out var attribute)
        && attribute.IsSensitive;

    private string Quoted(string text)
    {
        var parts = Symbol.Split(text).Select(part => part.Symbol is { } symbol
            ? TerraformEscaper.Reference(Resolve(symbol).Expression)
            : TerraformEscaper.Quoted(part.Text)[1..^1]);
        return $"\"{string.Concat(parts)}\"";
    }
}
