using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs;

/// <summary>A line of the bill: a quantity of something that a resource uses, and its price.</summary>
internal sealed record CostItem
{
    public required ResourceKey Resource { get; init; }

    /// <summary>The key of the stack file that the resource comes from.</summary>
    public required string Key { get; init; }

    /// <summary>The block, or the entry of a map, that contains the key.</summary>
    public required string Block { get; init; }

    /// <summary>The use that is billed, such as <c>db.t4g.micro</c> or <c>public IPv4 addresses</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The quantity in a month.</summary>
    public required Estimate Quantity { get; init; }

    /// <summary>The unit of the quantity, such as <c>h</c> or <c>GiB</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The price of a unit; null if none is known.</summary>
    public Price? Price { get; init; }

    /// <summary>The reason why there is no price, in words that follow the label.</summary>
    public string? MissingReason { get; init; }

    /// <summary>Zero without a price; <see cref="Bill"/> lists such items by name.</summary>
    public Estimate Amount => Price is null ? default : Quantity * Price.Usd;
}
