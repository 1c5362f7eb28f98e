using System.Collections.Immutable;

namespace Infra.Sandbox.Costs;

/// <summary>The cost of a stack in a month.</summary>
internal sealed record Bill
{
    public required string Stack { get; init; }

    public required string Region { get; init; }

    /// <summary>The date of the prices.</summary>
    public required string PriceDate { get; init; }

    public required decimal Hours { get; init; }

    /// <summary>All items, in the order of the resources.</summary>
    public required ImmutableArray<CostItem> Items { get; init; }

    /// <summary>The assumptions that quantities were computed from.</summary>
    public required ImmutableArray<Assumption> Assumptions { get; init; }

    public IEnumerable<CostItem> Priced => Items.Where(item => item.Price is not null);

    /// <summary>The items without a known price, which no sum contains.</summary>
    public IEnumerable<CostItem> NotPriced => Items.Where(item => item.Price is null);

    public Estimate Total => Estimate.Sum(Items.Select(item => item.Amount));

    /// <summary>The total of each block, the most expensive first.</summary>
    public IEnumerable<(string Block, Estimate Total, ImmutableArray<CostItem> Items)> Blocks => Priced
        .GroupBy(item => item.Block)
        .Select(group => (group.Key, Estimate.Sum(group.Select(item => item.Amount)), group.ToImmutableArray()))
        .OrderByDescending(block => block.Item2.Typical)
        .ThenByDescending(block => block.Item2.High)
        .ThenBy(block => block.Key, StringComparer.Ordinal);
}

/// <summary>A value of <c>app:costs</c>.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="Value">The value.</param>
/// <param name="IsDefault">Whether it is the default.</param>
internal sealed record Assumption(string Name, double Value, bool IsDefault);
