using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers.States;

/// <summary>Sample values of symbols.</summary>
internal sealed class SymbolSamples(ProviderSchema schema)
{
    public string Of(Symbol symbol) => AttributeOf(symbol) is { } attribute
        ? SampleValues.Of(TypeOf(symbol)!, attribute, symbol)
        : SampleValues.Of(symbol);

    /// <summary>The Terraform attribute of a symbol; null for random values and configuration.</summary>
    public string? AttributeOf(Symbol symbol) => BlockOf(symbol) is { } block
        ? AttributeNames.OfOutput(TypeOf(symbol)!, block.AsType(), SymbolPath.Parse(symbol.Path).Steps[0].Name)
        : null;

    private static string? TypeOf(Symbol symbol) => TypeMap.ResourceType(symbol.Resource.Type) ?? TypeMap.DataType(symbol.Resource.Type);

    private BlockSchema? BlockOf(Symbol symbol) =>
        TypeMap.ResourceType(symbol.Resource.Type) is { } resource ? schema.Resources.GetValueOrDefault(resource)
        : TypeMap.DataType(symbol.Resource.Type) is { } data ? schema.DataSources.GetValueOrDefault(data)
        : null;
}
