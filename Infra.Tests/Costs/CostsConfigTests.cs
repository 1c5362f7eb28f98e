using Infra.Costs;
using Infra.Tests.Support;

namespace Infra.Tests.Costs;

public sealed class CostsConfigTests
{
    [Fact]
    public void Defaults_AreThoseOfASmallApplication()
    {
        var costs = TestConfigs.Minimal.Costs;

        Assert.Null(costs.MonthlyBudgetUsd);
        Assert.Null(costs.SpotPriceFactor);
        Assert.Equal((3, 1_000_000, 10, 10), (costs.HighUsageFactor, costs.RequestsPerMonth, costs.EgressGiB, costs.NatGiB));
        Assert.Equal((1, 1, 10, 10_000), (costs.EndpointGiB, costs.LogGiB, costs.BucketGiB, costs.BucketRequestsPerMonth));
        Assert.Equal((10, 2, 0), (costs.FileSystemGiB, costs.RepositoryGiB, costs.DatabaseBackupGiB));
        Assert.Equal((1, 100_000_000, 1_000_000), (costs.CacheGiB, costs.CacheEcpusPerMonth, costs.QueueRequestsPerMonth));
        Assert.Equal((1000, 5), (costs.EventsPerMonth, costs.JobMinutes));
        Assert.Equivalent(new CostsConfig(), costs);
    }

    [Fact]
    public void AverageTasks_AreOfServicesOfTheStack() => Assert.Equal(
        [
            "app:costs.averageTasks.service: must be 0 or more",
            "app:costs.averageTasks.api: is not a service; use service for app:service, or a name of app:services",
        ],
        Problems.Of(("costs", """{"averageTasks": {"service": -1, "api": 2}}""")));

    [Fact]
    public void Costs_ChangeNoResource()
    {
        var budget = TestConfigs.With(("costs", """{"monthlyBudgetUsd": 50, "averageTasks": {"service": 1.5}}"""));

        Assert.Equal(50, budget.Costs.MonthlyBudgetUsd);
        Assert.Equivalent(TestConfigs.Minimal with { Costs = budget.Costs }, budget);
    }
}
