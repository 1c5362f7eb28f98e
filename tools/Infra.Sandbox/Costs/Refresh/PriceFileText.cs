using System.Globalization;
using System.Text;
using Infra.Sandbox.Costs.Prices;

namespace Infra.Sandbox.Costs.Refresh;

/// <summary>The text of a price file.</summary>
internal static class PriceFileText
{
    private const string ListSource = "LIST-";

    /// <summary>A file with the prices of another one, replaced by those of AWS's price list where that has them.</summary>
    public static string Merge(PriceFile old, IReadOnlyDictionary<string, PriceList> lists)
    {
        string[] regions = [.. old.Regions.Union(lists.Keys)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{PriceFile.SourceHeading}{old.Source}\n");
        text.Append(CultureInfo.InvariantCulture, $"{PriceFile.DateHeading}{Latest(old, lists)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{PriceFile.Format}\n");
        text.Append(CultureInfo.InvariantCulture, $"regions {string.Join(' ', regions)}\n");

        var rows = Names(old, lists).Select(name => (Name: name, Cells: regions.Select(region => Cell(name, region, old, lists)).ToList())).ToList();
        var used = rows.SelectMany(row => row.Cells).Select(cell => cell.Split('@')[^1]).ToHashSet();
        foreach (var source in Sources(old, lists).Where(source => used.Contains(source.Name)))
        {
            text.Append(CultureInfo.InvariantCulture, $"source {source.Name} {source.Date} {source.Text}\n");
        }

        foreach (var (name, cells) in rows)
        {
            var same = old.IsSameEverywhere(name) && cells.Contains(PriceFile.Unknown) ? $" {PriceFile.SameEverywhere}" : "";
            text.Append(CultureInfo.InvariantCulture, $"{name} {string.Join(' ', cells)}{same}\n");
        }

        return text.ToString();
    }

    // New types of instances follow the last one of their kind.
    private static IEnumerable<string> Names(PriceFile old, IReadOnlyDictionary<string, PriceList> lists)
    {
        var known = old.Names.ToHashSet();
        return old.Names.Concat(lists.Values.SelectMany(list => list.Prices.Keys).Where(name => !known.Contains(name)).Distinct().Order(StringComparer.Ordinal));
    }

    private static string Cell(string name, string region, PriceFile old, IReadOnlyDictionary<string, PriceList> lists) =>
        lists.TryGetValue(region, out var list) && list.Prices.TryGetValue(name, out var usd)
            ? string.Create(CultureInfo.InvariantCulture, $"{Trimmed(usd)}@{ListSource}{list.Date}")
            : old.CellOf(region, name);

    private static IEnumerable<PriceSource> Sources(PriceFile old, IReadOnlyDictionary<string, PriceList> lists) =>
    [
        .. lists.Values.Select(list => list.Date).Distinct().Order(StringComparer.Ordinal)
            .Select(date => new PriceSource($"{ListSource}{date}", date, "AWS price list")),
        .. old.Sources,
    ];

    private static string Latest(PriceFile old, IReadOnlyDictionary<string, PriceList> lists) =>
        lists.Values.Select(list => list.Date).Append(old.Date).Max(StringComparer.Ordinal)!;

    private static decimal Trimmed(decimal usd) => usd / 1.0000000000000000000000000000m;
}
