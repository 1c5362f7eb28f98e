using System.Collections.Immutable;
using Infra.Costs;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs;

/// <summary>Computes the bill of a stack from its resources.</summary>
internal static class CostEstimator
{
    /// <summary>The hours that AWS and its calculators take for a month.</summary>
    public const decimal HoursPerMonth = 730;

    public static Bill Estimate(ResourceGraph graph, CostsConfig assumptions, RegionPrices prices, decimal hours = HoursPerMonth)
    {
        var context = new CostContext(graph, assumptions, prices, hours);
        var items = graph.Resources.Where(node => !node.IsComponent)
            .SelectMany(node => ItemsOf(node, context))
            .Where(item => !item.Quantity.IsZero)
            .ToImmutableArray();
        return new Bill
        {
            Stack = graph.Stack,
            Region = prices.Region,
            PriceDate = prices.Date,
            Hours = hours,
            Items = items,
            Assumptions = [.. context.Assumed],
        };
    }

    private static IEnumerable<CostItem> ItemsOf(ResourceNode node, CostContext context)
    {
        if (PriceTable.Priced.TryGetValue(node.Key.Type, out var pricing))
        {
            return pricing(node, context);
        }

        return PriceTable.Free.ContainsKey(node.Key.Type)
            ? []
            : [context.Item(node, node.Key.Type, Costs.Estimate.Fixed(1), "resource", price: (Price?)null) with { MissingReason = "not a known resource type" }];
    }
}
