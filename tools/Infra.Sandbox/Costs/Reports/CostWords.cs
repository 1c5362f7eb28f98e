using System.Collections.Immutable;
using System.Globalization;
using Infra.Configuration.Binding;

namespace Infra.Sandbox.Costs.Reports;

/// <summary>Words and numbers shared by the reports of costs.</summary>
internal static class CostWords
{
    /// <summary>The smallest amount that reports show.</summary>
    public const decimal Cent = 0.005m;

    private const int DigitsOfQuantities = 3;
    private const int DigitsOfPrices = 6;

    private static readonly string[] CountedUnits = ["dashboard", "key", "metric", "resource", "rule", "secret", "task", "web ACL", "zone"];

    public static string Amount(decimal usd) => usd.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>An amount with its sign: "+33.70", "−12.00".</summary>
    public static string Change(decimal usd) => (usd < 0 ? "−" : "+") + Amount(Math.Abs(usd));

    /// <summary>A number without trailing zeros, rounded to what matters.</summary>
    public static string Number(decimal value) => value switch
    {
        0 => "0",
        >= 1000 => value.ToString("#,##0", CultureInfo.InvariantCulture),
        >= 1 => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture),
        _ => Significant(value).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A price with at least two decimals, and as many as it has.</summary>
    public static string Price(decimal usd) => Significant(usd, DigitsOfPrices).ToString("0.00########", CultureInfo.InvariantCulture);

    /// <summary>The quantity of a typical month and its price: "730 h × 0.149".</summary>
    public static string Quantity(CostLine line) => $"{Number(line.Quantity.Typical)} {Unit(line)}{(line.Price is { } price ? $" × {Price(price)}" : "")}";

    /// <summary>The unit, in the plural where it is a word and not a symbol.</summary>
    private static string Unit(CostLine line) => line.Quantity.Typical != 1 && CountedUnits.Contains(line.Unit) ? $"{line.Unit}s" : line.Unit;

    /// <summary>"typical 171.01, low 150.00, high 300.00".</summary>
    public static string Totals(Estimate total) =>
        $"{Amount(total.Typical)} USD in a typical month, {Amount(total.Low)} in a low one, {Amount(total.High)} in a high one";

    public static string Budget(decimal budget, decimal typical) => typical > budget
        ? $"app:costs.monthlyBudgetUsd: a typical month costs {Amount(typical)} USD, {Amount(typical - budget)} more than the budget of {Amount(budget)}"
        : $"app:costs.monthlyBudgetUsd: {Amount(budget - typical)} USD below the budget of {Amount(budget)}";

    /// <summary>The assumptions, those that the stack file sets first.</summary>
    public static IReadOnlyList<string> Assumptions(Bill bill)
    {
        var borrowed = bill.Priced.Where(item => item.Price!.IsOfOtherRegions).Select(item => item.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. Listed("app:costs", bill, isDefault: false),
            .. Listed("app:costs, defaults", bill, isDefault: true),
            .. borrowed.Count > 0
                ? [$"no price of {bill.Region} is known, so that of the other regions, which is the same in all: {Phrase.And(borrowed)}"]
                : Array.Empty<string>(),
        ];
    }

    /// <summary>"12 items have no known price": what the total does not contain.</summary>
    public static string Missing(Bill bill) => bill.NotPriced.Count() is var count and > 0
        ? $"{Phrase.Count(count, "item")} without a known price {(count == 1 ? "is" : "are")} not in it"
        : "";

    private static IEnumerable<string> Listed(string heading, Bill bill, bool isDefault)
    {
        var values = bill.Assumptions
            .Where(assumption => assumption.IsDefault == isDefault)
            .OrderBy(assumption => assumption.Name, StringComparer.Ordinal)
            .Select(assumption => string.Create(CultureInfo.InvariantCulture, $"{assumption.Name}: {(decimal)assumption.Value}"))
            .ToList();
        return values.Count > 0 ? [$"{heading}: {{ {string.Join(", ", values)} }}"] : [];
    }

    private static decimal Significant(decimal value, int digits = DigitsOfQuantities)
    {
        if (value == 0)
        {
            return 0;
        }

        var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10((double)Math.Abs(value))), 0, 10);
        return Math.Round(value, decimals) / 1.0000000000m;
    }
}

/// <summary>Items of a block with one label, unit and price, as one line.</summary>
internal sealed record CostLine(string Label, Estimate Quantity, string Unit, decimal? Price, Estimate Amount, string? MissingReason)
{
    /// <summary>The lines of items, the most expensive first.</summary>
    public static ImmutableArray<CostLine> Of(IEnumerable<CostItem> items) =>
    [
        .. items
            .GroupBy(item => (item.Label, item.Unit, item.Price?.Usd, item.MissingReason))
            .Select(group => new CostLine(
                group.Key.Label,
                Estimate.Sum(group.Select(item => item.Quantity)),
                group.Key.Unit,
                group.Key.Usd,
                Estimate.Sum(group.Select(item => item.Amount)),
                group.Key.MissingReason))
            .OrderByDescending(line => line.Amount.Typical)
            .ThenByDescending(line => line.Amount.High)
            .ThenBy(line => line.Label, StringComparer.Ordinal),
    ];

    /// <summary>Whether it is not worth a line: less than a cent in a typical month, and hardly more in a high one.</summary>
    public bool IsTiny => Amount.Typical < CostWords.Cent && Amount.High < 10 * CostWords.Cent;
}
