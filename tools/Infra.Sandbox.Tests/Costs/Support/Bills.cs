using Infra.Sandbox.Costs;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Origins;
using Pulumi.Testing;

namespace Infra.Sandbox.Tests.Costs.Support;

/// <summary>Bills of stacks, with the prices of the repository.</summary>
internal static class Bills
{
    public static async Task<Bill> OfFileAsync(string name)
    {
        var file = await ShippedFile.ReadAsync(name);
        return CostEstimator.Estimate(file.Graph, file.Config.Costs, new RegionPrices(PriceFile.Embedded(), file.Config.Region));
    }

    public static async Task<Bill> OfAsync(StackConfig config, decimal hours = 730, string? region = null) => CostEstimator.Estimate(
        await GraphOfAsync(config), config.Costs, new RegionPrices(PriceFile.Embedded(), region ?? config.Region), hours);

    public static async Task<ResourceGraph> GraphOfAsync(StackConfig config)
    {
        var run = new TestOptions { ProjectName = "app", StackName = "dev", IsPreview = true };
        return await StackEvaluator.EvaluateAsync(run, options => new InfraStack(config, options)) with { Region = config.Region };
    }

    /// <summary>The amounts of the items with a label, in cents.</summary>
    public static string AmountsOf(this Bill bill, string label)
    {
        var amount = Estimate.Sum(bill.Items.Where(item => item.Label == label).Select(item => item.Amount));
        return FormattableString.Invariant($"{amount.Low:0.00} {amount.Typical:0.00} {amount.High:0.00}");
    }

    /// <summary>The quantities of the items with a label.</summary>
    public static string QuantitiesOf(this Bill bill, string label)
    {
        var quantity = Estimate.Sum(bill.Items.Where(item => item.Label == label).Select(item => item.Quantity));
        return FormattableString.Invariant($"{quantity.Low:0.##} {quantity.Typical:0.##} {quantity.High:0.##}");
    }
}
