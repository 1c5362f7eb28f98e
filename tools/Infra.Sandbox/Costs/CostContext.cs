using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Infra.Configuration.Binding;
using Infra.Costs;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Origins;

namespace Infra.Sandbox.Costs;

/// <summary>The resources, prices and assumptions that items are computed from.</summary>
internal sealed class CostContext(ResourceGraph graph, CostsConfig assumptions, RegionPrices prices, decimal hours)
{
    private static readonly CostsConfig Defaults = new();
    private static readonly string SpotPriceFactor = KeyPath.Of<CostsConfig>(costs => costs.SpotPriceFactor).Text;

    private readonly Dictionary<string, Assumption> _assumed = [];
    private readonly StackKeyIndex _keys = new(graph);
    private readonly Dictionary<ResourceKey, ResourceNode> _nodes = graph.Resources.ToDictionary(node => node.Key);

    public CostsConfig Assumptions => assumptions;

    public RegionPrices Prices => prices;

    /// <summary>The hours of a month.</summary>
    public decimal Hours => hours;

    public ImmutableArray<ResourceNode> Resources => graph.Resources;

    public IEnumerable<ResourceNode> All(string type) => graph.Resources.Where(node => node.Key.Type == type);

    public ResourceNode? Find(ResourceKey? key) => key is { } known ? _nodes.GetValueOrDefault(known) : null;

    public string KeyOf(ResourceNode node) => _keys.Of(node.Key);

    public string BlockOf(ResourceNode node) => _keys.BlockOf(node.Key);

    /// <summary>All resources below a component.</summary>
    public IEnumerable<ResourceNode> Within(ResourceKey component) => graph.Resources.Where(node => IsWithin(node, component));

    /// <summary>The assumptions that items were computed from, in the order of first use.</summary>
    public IReadOnlyCollection<Assumption> Assumed => _assumed.Values;

    /// <summary>The use that the stack file assumes in a typical month.</summary>
    public Estimate Use(Func<CostsConfig, double> assumption, [CallerArgumentExpression(nameof(assumption))] string expression = "") =>
        Used((decimal)Assume(assumption, expression));

    /// <summary>A use in a typical month; there is none in a low one.</summary>
    public Estimate Used(decimal typical) => new(0, typical, typical * (decimal)Assume(costs => costs.HighUsageFactor));

    /// <summary>A value that the stack file assumes.</summary>
    public double Assume(Func<CostsConfig, double> assumption, [CallerArgumentExpression(nameof(assumption))] string expression = "")
    {
        var (value, name) = (assumption(assumptions), KeyPath.Of<CostsConfig>(costs => assumption(costs), expression).Text);
        _assumed.TryAdd(name, new Assumption(name, value, IsDefault: value == assumption(Defaults)));
        return value;
    }

    /// <summary>The price of Spot in relation to Fargate: of the stack file, or else observed or assumed for the region.</summary>
    public decimal SpotFactor(TaskSize size)
    {
        var factor = (decimal?)assumptions.SpotPriceFactor ?? size.SpotFactor(prices);
        _assumed.TryAdd(SpotPriceFactor, new Assumption(SpotPriceFactor, (double)factor, IsDefault: assumptions.SpotPriceFactor is null));
        return factor;
    }

    public CostItem Item(ResourceNode node, string label, Estimate quantity, string unit, string price) =>
        Item(node, label, quantity, unit, prices.Find(price)) is { Price: null } item ? item with { MissingReason = prices.MissingReason(price) }
        : Item(node, label, quantity, unit, prices.Find(price));

    public CostItem Item(ResourceNode node, string label, Estimate quantity, string unit, Price? price) => new()
    {
        Resource = node.Key,
        Key = KeyOf(node),
        Block = BlockOf(node),
        Label = label,
        Quantity = quantity,
        Unit = unit,
        Price = price,
    };

    private bool IsWithin(ResourceNode node, ResourceKey component)
    {
        for (var parent = node.Parent; parent is { } key; parent = _nodes[key].Parent)
        {
            if (key == component)
            {
                return true;
            }
        }

        return false;
    }
}
