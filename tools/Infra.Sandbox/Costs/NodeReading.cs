using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs;

/// <summary>Reads the inputs that determine quantities.</summary>
internal static class NodeReading
{
    public static decimal? Number(this PropertyValue.Map map, string key) => map.Find(key) switch
    {
        PropertyValue.Number number => (decimal)number.Value,
        PropertyValue.Text text when decimal.TryParse(text.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>The resource that an input refers to.</summary>
    public static ResourceKey? Reference(this PropertyValue.Map map, string key)
    {
        foreach (var symbol in map.Find(key)?.Symbols() ?? [])
        {
            return symbol.Resource;
        }

        return null;
    }
}
