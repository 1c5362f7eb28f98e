using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws;

/// <summary>A resource as it exists in AWS during an update.</summary>
/// <param name="Key">Its identity. A replacement has another identity than the resource that it replaces.</param>
/// <param name="Node">The resource in its stack.</param>
/// <param name="Inputs">Its inputs, with symbols of the resources that exist.</param>
internal sealed record LiveResource(ResourceKey Key, ResourceNode Node, PropertyValue.Map Inputs)
{
    public string Type => Key.Type;

    public string Name => Node.Key.Name;

    /// <summary>The region, where it differs between the running stack and the wanted one.</summary>
    public string? Region => Text(RegionInputs.Name);

    /// <summary>The resource in messages: <c>parameter group shop-database</c>.</summary>
    public string Title => $"{TypeWords.Of(Type)} {Name}";

    /// <summary>The resources that an input names.</summary>
    public IEnumerable<ResourceKey> UsedIn(string input) => (At(input)?.Symbols() ?? []).Select(symbol => symbol.Resource);

    /// <summary>The value of an input: <c>vpc.id</c> is one inside another.</summary>
    public PropertyValue? At(string input)
    {
        PropertyValue? value = Inputs;
        foreach (var step in input.Split('.'))
        {
            value = (value as PropertyValue.Map)?.Find(step);
        }

        return value;
    }

    /// <summary>The text of an input whose value is known.</summary>
    public string? Text(string input) => At(input) switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Number number => $"{number.Value}",
        _ => null,
    };
}
