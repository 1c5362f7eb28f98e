using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Costs.Refresh;

/// <summary>Finds a price of the price file in AWS's price list.</summary>
/// <param name="Name">The name in the price file; <c>{type}</c> stands for the instance type.</param>
/// <param name="Offer">The offer, such as <c>AmazonRDS</c>.</param>
/// <param name="UsageType">The usage type without the prefix of its region; <c>{type}</c> at its end stands for the instance type.</param>
/// <param name="Units">The units of the price list that one unit of the price file has.</param>
/// <param name="Attributes">Further attributes that the product must have.</param>
internal sealed record PriceListRule(
    string Name, string Offer, string UsageType, decimal Units = 1, ImmutableArray<(string Attribute, string Value)> Attributes = default)
{
    private const string Type = "{type}";

    /// <summary>The name of the price that a product has; null if the rule is not about the product.</summary>
    public string? NameOf(JsonElement attributes)
    {
        var usage = WithoutRegion(Text(attributes, "usagetype"));
        if (!Attributes.IsDefault && Attributes.Any(wanted => Text(attributes, wanted.Attribute) != wanted.Value))
        {
            return null;
        }

        if (!UsageType.EndsWith(Type, StringComparison.Ordinal))
        {
            return usage == UsageType ? Name : null;
        }

        var type = Text(attributes, "instanceType");
        return type.Length > 0 && usage == UsageType.Replace(Type, type, StringComparison.Ordinal) ? Name.Replace(Type, type, StringComparison.Ordinal) : null;
    }

    // Such as EUC1-NatGateway-Hours; usage types of us-east-1 mostly have no prefix, and old ones of eu-west-1 have "EU-".
    private static string WithoutRegion(string usageType) => Regex.Replace(usageType, "^([A-Z]{2,4}[0-9]|EU)-", "", RegexOptions.CultureInvariant);

    private static string Text(JsonElement attributes, string name) =>
        attributes.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
