using Infra.Configuration.Binding;
using Pulumi;

namespace Infra.Sandbox.Costs.Prices;

/// <summary>The prices of one region.</summary>
internal sealed class RegionPrices
{
    private readonly PriceFile _file;

    /// <exception cref="RunException">The file has no prices of the region.</exception>
    public RegionPrices(PriceFile file, string region)
    {
        if (!file.Knows(region))
        {
            throw new RunException($"aws:region: no prices are known for {region}, only for {Phrase.And(file.Regions)}; "
                + $"add it from AWS's price list: prices --refresh --region {region}");
        }

        (_file, Region) = (file, region);
    }

    public string Region { get; }

    public string Date => _file.Date;

    public Price? Find(string name) => _file.Find(Region, name);

    /// <summary>The reason why a price is missing, with the price of another region if there is one.</summary>
    public string MissingReason(string name) => _file.Reference(name) is { } other
        ? FormattableString.Invariant($"no price known for {Region}; {other.Price.Usd:0.00######} USD in {other.Region}")
        : "no price known";
}
