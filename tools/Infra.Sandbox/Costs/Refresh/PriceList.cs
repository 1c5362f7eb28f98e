using System.Globalization;
using System.Text.Json;

namespace Infra.Sandbox.Costs.Refresh;

/// <summary>The prices of one region that AWS's price list has.</summary>
/// <param name="Prices">The prices in USD by their names in the price file.</param>
/// <param name="Date">The latest day on which AWS published one of the files.</param>
internal sealed record PriceList(IReadOnlyDictionary<string, decimal> Prices, string Date)
{
    /// <summary>Reads the files of all offers.</summary>
    /// <param name="source">The place of the files.</param>
    /// <param name="region">The region.</param>
    /// <param name="progress">Receives the name of each file before it is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<PriceList> ReadAsync(IPriceListSource source, string region, Action<string> progress, CancellationToken cancellation)
    {
        var (prices, date) = (new Dictionary<string, decimal>(), "");
        foreach (var offer in PriceListRules.Offers)
        {
            progress($"{region} {offer}");
            await using var file = await source.OpenAsync(offer, region, cancellation);
            if (file is null)
            {
                progress($"{region} {offer}: there is no such file; its prices stay as they are");
                continue;
            }

            var found = await ReadOfferAsync(offer, file, prices, cancellation);
            date = string.CompareOrdinal(found, date) > 0 ? found! : date;
        }

        return new PriceList(prices, date);
    }

    private static async Task<string?> ReadOfferAsync(
        string offer, Stream file, Dictionary<string, decimal> prices, CancellationToken cancellation)
    {
        var rules = PriceListRules.All.Where(rule => rule.Offer == offer).ToList();
        var products = new Dictionary<string, List<(string Name, decimal Units)>>();
        var reader = new PriceListReader(file);
        await reader.ReadAsync(
            (sku, product) =>
            {
                var names = product.TryGetProperty("attributes", out var attributes)
                    ? rules.Select(rule => (Name: rule.NameOf(attributes)!, rule.Units)).Where(match => match.Name is not null).ToList()
                    : [];
                if (names.Count > 0)
                {
                    products[sku] = names;
                }
            },
            (sku, terms) =>
            {
                foreach (var (name, units) in products.GetValueOrDefault(sku, []))
                {
                    if (FirstTier(terms) is { } price)
                    {
                        prices.TryAdd(name, price * units);
                    }
                }
            },
            cancellation);
        return reader.Date;
    }

    // The price of the first tier that is not free.
    private static decimal? FirstTier(JsonElement terms)
    {
        var tiers = from term in terms.EnumerateObject()
                    from dimension in term.Value.GetProperty("priceDimensions").EnumerateObject()
                    let price = Usd(dimension.Value)
                    where price > 0
                    orderby Begin(dimension.Value)
                    select (decimal?)price;
        return tiers.FirstOrDefault();
    }

    private static decimal Usd(JsonElement dimension) =>
        dimension.GetProperty("pricePerUnit").TryGetProperty("USD", out var usd) ? Number(usd.GetString()) : 0;

    private static decimal Begin(JsonElement dimension) =>
        dimension.TryGetProperty("beginRange", out var begin) ? Number(begin.GetString()) : 0;

    private static decimal Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
