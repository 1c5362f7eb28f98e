using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>A Terraform expression for a symbol.</summary>
/// <param name="Expression">The expression without <c>${}</c>.</param>
/// <param name="IsSensitive">Whether Terraform treats it as sensitive, and everything computed from it.</param>
internal readonly record struct Reference(string Expression, bool IsSensitive = false);

/// <summary>An attribute that an expression reads.</summary>
internal readonly record struct AttributeReading(bool IsData, string Type, string Attribute);

/// <summary>Resolves symbols to Terraform references.</summary>
internal sealed class ReferenceResolver(
    ResourceGraph graph, ProviderSchema schema, AddressBook addresses, VariableTable variables, Problems problems)
{
    // AWS assigns a /56 to a VPC, and a subnet has a /64.
    private const int Ipv6SubnetBits = 8;

    private readonly HashSet<AttributeReading> _readings = [];
    private readonly Dictionary<ResourceKey, ResourceNode> _resources = graph.Resources.ToDictionary(resource => resource.Key);

    /// <summary>The attributes read by the references resolved so far.</summary>
    public IReadOnlySet<AttributeReading> Readings => _readings;

    /// <summary>The reference for a symbol; a symbol without one is a problem.</summary>
    public Reference Resolve(Symbol symbol)
    {
        if (symbol.IsConfig)
        {
            return OfVariable(variables.ForConfiguration(symbol.Resource.Name));
        }

        var reference = variables.Find(symbol.Resource) is { } variable ? OfRandom(symbol, variable)
            : addresses.Find(symbol.Resource) is { } address ? OfAddress(symbol, address)
            : addresses.IsOmitted(symbol.Resource) ? OfOmitted(symbol)
            : null;
        if (reference is null)
        {
            problems.Add(symbol.Resource, symbol.Path, "Terraform cannot read this property");
        }

        return reference ?? new Reference("null");
    }

    // The emulator lacks the resource, and the text tells which of its properties would be there.
    private static Reference OfOmitted(Symbol symbol) => new(TerraformEscaper.Quoted($"{symbol.Resource.Name}.{symbol.Path}"));

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
            _readings.Add(new AttributeReading(address.IsData, address.Type, CertificateReferences.Attribute));
            return new Reference(validation);
        }

        var block = (address.IsData ? schema.DataSources : schema.Resources)[address.Type];
        if (AttributePath.Expression(address, block, path) is not { } expression)
        {
            return null;
        }

        var attribute = AttributeNames.OfOutput(address.Type, block.AsType(), path.Steps[0].Name)!;
        _readings.Add(new AttributeReading(address.IsData, address.Type, attribute));
        return new Reference(
            path.Part is { } part ? $"cidrsubnet({expression}, {Ipv6SubnetBits}, {part})" : expression,
            block.Attributes.GetValueOrDefault(attribute)?.IsSensitive ?? false);
    }

    private string Quoted(string text)
    {
        var parts = Symbol.Split(text).Select(part => part.Symbol is { } symbol
            ? TerraformEscaper.Reference(Resolve(symbol).Expression)
            : TerraformEscaper.Quoted(part.Text)[1..^1]);
        return $"\"{string.Concat(parts)}\"";
    }
}
