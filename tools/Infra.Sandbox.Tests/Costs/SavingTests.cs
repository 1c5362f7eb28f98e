using System.Globalization;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Costs.Savings;
using Infra.Sandbox.Tests.Costs.Support;
using Infra.Sandbox.Tests.Origins;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Costs;

/// <summary>Edits that make a stack cheaper, with the dollars that they save in a typical month.</summary>
public sealed class SavingTests
{
    [Theory]
    [InlineData("dev", "27.10 app:existingLoadBalancer: { … }, the load balancer of another stack")]
    // 730 × (0.149 − 0.074)
    [InlineData("prod", "54.75 app:database.instanceClass: db.t4g.small")]
    // 730 × (0.048 − 0.0384)
    [InlineData("datero", "7.01 app:cluster.instances.main.instanceType: t4g.medium")]
    // 973.33 h × (0.02839 − 0.022715)
    [InlineData("event-jobs", "5.52 app:service.architecture: arm64")]
    public async Task LargestSaving_OfAStackFile(string name, string saving) => Assert.Equal(saving, (await SavingsOfFileAsync(name))[0]);

    [Fact]
    public async Task Prod_GetsNoAdviceThatEndangersIt()
    {
        var savings = await SavingsOfFileAsync("prod");

        Assert.DoesNotContain(savings, saving => saving.Contains("SPOT") || saving.Contains("offHours") || saving.Contains("multiAz"));
    }

    // Two gateways with their addresses cost 2 × 730 × (0.052 + 0.005) = 83.22, and 10 GiB 0.52; a task in public subnets needs an address for 3.65.
    [Fact]
    public async Task NatGateways_CanBeFewerOrNone()
    {
        var savings = await SavingsAsync(("network", """{"natGateways": "onePerZone"}"""), ("service", """{"subnets": "private"}"""));

        Assert.Contains("80.09 app:network.natGateways: none, and subnets: public for all services and jobs", savings);
        Assert.Contains("41.61 app:network.natGateways: single", savings);
    }

    // 2 zones × 730 × 0.012 = 17.52, and 1 GiB 0.01.
    [Fact]
    public async Task InterfaceEndpoint_BesideANatGateway_CanGo() => Assert.Contains(
        "17.53 app:network.interfaceEndpoints: []",
        await SavingsAsync(("network", """{"natGateways": "single", "interfaceEndpoints": ["logs"]}"""), ("service", """{"subnets": "private"}""")));

    // Two tasks of 730 × 0.014195: 0.6 of it on Spot, a fifth on Arm.
    [Fact]
    public async Task Tasks_CanRunOnSpotOrArm()
    {
        var savings = await SavingsAsync(("service", """{"desiredCount": 2}"""));

        Assert.Contains("12.43 app:service.capacityProviders: { FARGATE_SPOT: { weight: 1 } }", savings);
        Assert.Contains("4.14 app:service.architecture: arm64", savings);
    }

    // 730 × (0.021 − 0.019).
    [Fact]
    public async Task DatabaseOnIntel_CanMoveToGraviton() => Assert.Contains(
        "1.46 app:database.instanceClass: db.t4g.micro",
        await SavingsAsync(("database", Blocks.Database), ("database", """{"instanceClass": "db.t3.micro", "multiAz": false}""")));

    // A stack that has off-hours, or protects its data, is not told to have them.
    [Fact]
    public async Task OffHours_AreSuggestedOnce()
    {
        Assert.Contains(await SavingsAsync(("service", """{"desiredCount": 2}""")), saving => saving.Contains("app:offHours"));
        Assert.DoesNotContain(
            await SavingsAsync(
                ("service", """{"desiredCount": 2}"""),
                ("offHours", """{"stopCron": "cron(0 20 ? * * *)", "startCron": "cron(0 7 ? * * *)", "timeZone": "UTC"}""")),
            saving => saving.Contains("app:offHours"));
    }

    [Fact]
    public async Task SavingsBelowADollar_AreLeftOut() => Assert.DoesNotContain(await SavingsOfFileAsync("dev"), saving => saving.StartsWith("0.", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> SavingsOfFileAsync(string name)
    {
        var file = await ShippedFile.ReadAsync(name);
        return Texts(SavingFinder.Find(file.Graph, file.Config.Costs, new RegionPrices(PriceFile.Embedded(), file.Config.Region)));
    }

    private static async Task<IReadOnlyList<string>> SavingsAsync(params (string Key, string Json)[] changes)
    {
        var config = TestConfigs.With(changes);
        return Texts(SavingFinder.Find(
            await Bills.GraphOfAsync(config), config.Costs, new RegionPrices(PriceFile.Embedded(), config.Region)));
    }

    private static IReadOnlyList<string> Texts(IEnumerable<Saving> savings) =>
        [.. savings.Select(saving => string.Create(CultureInfo.InvariantCulture, $"{saving.Usd:0.00} {saving.Edit}"))];
}
