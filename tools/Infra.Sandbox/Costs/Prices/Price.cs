namespace Infra.Sandbox.Costs.Prices;

/// <summary>A list price.</summary>
/// <param name="Usd">The price in USD.</param>
/// <param name="Source">The short name of its source.</param>
/// <param name="IsOfOtherRegions">Whether it is taken from other regions, which all have the same one.</param>
internal sealed record Price(decimal Usd, string Source, bool IsOfOtherRegions = false);

/// <summary>A source of prices.</summary>
internal sealed record PriceSource(string Name, string Date, string Text);
