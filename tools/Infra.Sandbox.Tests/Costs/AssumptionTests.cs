using Infra.Costs;
using Infra.Sandbox.Costs;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Costs.Support;
using Infra.Sandbox.Tests.Origins;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Costs;

/// <summary>Every assumption of <c>app:costs</c> changes some bill.</summary>
public sealed class AssumptionTests
{
    private static readonly RegionPrices Prices = new(PriceFile.Embedded(), "us-east-1");

    public static TheoryData<string> Numbers =>
        [.. typeof(CostsConfig).GetProperties().Where(property => property.PropertyType == typeof(double)).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Number_ChangesABill(string name)
    {
        var property = typeof(CostsConfig).GetProperty(name)!;
        var changed = new CostsConfig();
        property.SetValue(changed, ((double)property.GetValue(changed)! * 2) + 3);

        Assert.NotEqual(await TotalAsync(new CostsConfig()), await TotalAsync(changed));
    }

    [Fact]
    public async Task SpotPriceFactor_ChangesABill() =>
        Assert.NotEqual(await TotalAsync(new CostsConfig()), await TotalAsync(new CostsConfig { SpotPriceFactor = 0.7 }));

    [Theory]
    [InlineData("service")]
    [InlineData("worker")]
    public async Task AverageTasks_ChangeABill(string service) => Assert.NotEqual(
        await TotalAsync(new CostsConfig()), await TotalAsync(new CostsConfig { AverageTasks = new Dictionary<string, double> { [service] = 5 } }));

    private static async Task<Estimate> TotalAsync(CostsConfig costs) =>
        Estimate.Sum((await GraphsAsync()).Select(graph => CostEstimator.Estimate(graph, costs, Prices).Total));

    private static async Task<IReadOnlyList<ResourceGraph>> GraphsAsync() =>
    [
        (await ShippedFile.ReadAsync("event-jobs")).Graph,
        (await ShippedFile.ReadAsync("ecs-guide")).Graph,
        await Bills.GraphOfAsync(TestConfigs.With(
            ("network", """{"natGateways": "single", "interfaceEndpoints": ["logs"]}"""),
            ("database", Blocks.Database),
            ("cache", """
                {
                  "engineVersion": "8", "serverless": {"maximumStorageGiB": 50, "maximumEcpuPerSecond": 1000},
                  "snapshotRetentionDays": 0, "deletionProtection": false
                }
                """))),
    ];
}
