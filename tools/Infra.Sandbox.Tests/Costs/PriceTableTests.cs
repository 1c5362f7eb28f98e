using Infra.Sandbox.Costs;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Costs.Support;
using Infra.Sandbox.Tests.Origins;
using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Costs;

/// <summary>Every type that a stack can create is priced, or is free for a reason.</summary>
public sealed class PriceTableTests
{
    [Fact]
    public void EveryTypeThatTheProgramMayUse_IsInTheTable()
    {
        var types = File.ReadAllLines(RepositoryFiles.Path("tools", "sdk", "Pulumi.Aws", "types.txt"))
            .Select(line => line.Split(' ')[0])
            .Where(type => type.StartsWith("aws:", StringComparison.Ordinal) && IsResource(type))
            .ToList();

        Assert.InRange(types.Count, 70, 120);
        Assert.DoesNotContain(types, type => !IsKnown(type));
    }

    [Fact]
    public async Task EveryTypeInAnyGraph_IsInTheTable()
    {
        var types = (await AllGraphsAsync()).SelectMany(graph => graph.Resources).Where(node => !node.IsComponent).Select(node => node.Key.Type).Distinct().ToList();

        Assert.InRange(types.Count, 70, 120);
        Assert.DoesNotContain(types, type => !IsKnown(type));
    }

    [Fact]
    public void NoType_IsBothPricedAndFree() => Assert.Empty(PriceTable.Priced.Keys.Intersect(PriceTable.Free.Keys));

    // The region with the most prices.
    [Fact]
    public async Task OnlyTheseItems_HaveNoPriceInUsEast1()
    {
        var prices = new RegionPrices(PriceFile.Embedded(), "us-east-1");
        var missing = (await AllGraphsAsync())
            .SelectMany(graph => CostEstimator.Estimate(graph, new Infra.Costs.CostsConfig(), prices).NotPriced)
            .Select(item => item.Label)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(["Database Insights, advanced", "backups of the file system", "pipe requests"], missing);
    }

    [Fact]
    public void UnknownType_IsNamedAsNotPriced()
    {
        var graph = Terraform.Support.Graphs.Of(Terraform.Support.Graphs.Resource("aws:new/thing:Thing", "shop-thing"));
        var bill = CostEstimator.Estimate(graph, new Infra.Costs.CostsConfig(), new RegionPrices(PriceFile.Embedded(), "eu-west-1"));

        var item = Assert.Single(bill.NotPriced);
        Assert.Equal(("aws:new/thing:Thing", "not a known resource type"), (item.Label, item.MissingReason));
    }

    // Resources are aws:ecs/service:Service; functions and input types repeat their name in the module.
    private static bool IsResource(string type) => type.Split(':') is [_, var module, var name]
        && module.Split('/') is [_, var file] && file != name && char.IsUpper(name[0]);

    private static bool IsKnown(string type) => PriceTable.Priced.ContainsKey(type) || PriceTable.Free.ContainsKey(type);

    private static async Task<IReadOnlyList<ResourceGraph>> AllGraphsAsync()
    {
        var graphs = new List<ResourceGraph>();
        foreach (var name in ShippedFile.AllNames)
        {
            graphs.Add((await ShippedFile.ReadAsync(name)).Graph);
        }

        foreach (var config in new[] { RichConfigs.Web, RichConfigs.Storage, RichConfigs.CustomerKey, RichConfigs.ExistingNetwork })
        {
            graphs.Add(await Bills.GraphOfAsync(config));
        }

        return graphs;
    }
}
