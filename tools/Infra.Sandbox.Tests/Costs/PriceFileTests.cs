using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Costs.Refresh;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Costs;

public sealed class PriceFileTests
{
    private const string Text = """
        # source: test
        # date: 2026-11-26
        # format
        regions us-east-1 eu-west-1
        source LIST 2026-11-01 AWS price list
        nat.hour 0.045@LIST 0.048@LIST
        secret.month 0.4@LIST - same
        waf.acl.month 5@LIST -
        """;

    [Fact]
    public void Embedded_HasADateAndASourceForEveryPrice()
    {
        var file = PriceFile.Embedded();
        var sources = file.Sources.Select(source => source.Name).ToHashSet();

        Assert.Equal("2026-11-26", file.Date);
        Assert.Equal(["us-east-1", "us-west-2", "eu-central-1", "eu-west-1", "eu-west-2"], file.Regions.ToArray());
        Assert.All(
            from region in file.Regions
            from name in file.Names
            let price = file.Find(region, name)
            where price is not null
            select price,
            price => Assert.Contains(price.Source, sources));
        Assert.All(file.Sources, source => Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", source.Date));
    }

    [Fact]
    public void Price_OfAnotherRegion_IsTakenOnlyWhereItIsTheSameInAll()
    {
        var file = PriceFile.Parse("prices.txt", Text);

        Assert.Equal(new Price(0.048m, "LIST"), file.Find("eu-west-1", "nat.hour"));
        Assert.Equal(new Price(0.4m, "LIST", IsOfOtherRegions: true), file.Find("eu-west-1", "secret.month"));
        Assert.Null(file.Find("eu-west-1", "waf.acl.month"));
        Assert.Null(file.Find("eu-west-1", "no.such.price"));
        Assert.Equal("no price known for eu-west-1; 5.00 USD in us-east-1", new RegionPrices(file, "eu-west-1").MissingReason("waf.acl.month"));
        Assert.Equal("no price known", new RegionPrices(file, "eu-west-1").MissingReason("no.such.price"));
    }

    [Fact]
    public void TextWithoutSourceAndDate_IsRefused() => Assert.Equal(
        "prices.txt is not a price file: its first lines must be \"# source: …\" and \"# date: …\"",
        Assert.Throws<RunException>(() => PriceFile.Parse("prices.txt", "a\nb\nc\nd\n")).Message);

    // So that a refresh changes only what AWS changed.
    [Fact]
    public void WrittenFile_WithoutNewPrices_IsTheSame() => Assert.Equal(
        File.ReadAllText(RepositoryFiles.Path(PriceFile.RepositoryPath.Split('/'))),
        PriceFileText.Merge(PriceFile.Embedded(), new Dictionary<string, PriceList>()));

    [Fact]
    public void Merge_ReplacesPricesAndAddsRegionsAndTypes() => Assert.Equal(
        """
        # source: test
        # date: 2026-12-01
        # "regions" has the columns. Each line below: a price in USD, and for each region its value@source, or - if none is known; "same" means that all known regions have one price.
        regions us-east-1 eu-west-1 eu-north-1
        source LIST-2026-12-01 2026-12-01 AWS price list
        source LIST 2026-11-01 AWS price list
        nat.hour 0.045@LIST 0.05@LIST-2026-12-01 0.046@LIST-2026-12-01
        secret.month 0.4@LIST - - same
        waf.acl.month 5@LIST - -
        ec2.t9.micro - - 0.01@LIST-2026-12-01

        """,
        PriceFileText.Merge(PriceFile.Parse("prices.txt", Text), new Dictionary<string, PriceList>
        {
            ["eu-west-1"] = new(new Dictionary<string, decimal> { ["nat.hour"] = 0.0500000000m }, "2026-12-01"),
            ["eu-north-1"] = new(new Dictionary<string, decimal> { ["nat.hour"] = 0.046m, ["ec2.t9.micro"] = 0.01m }, "2026-12-01"),
        }));
}
