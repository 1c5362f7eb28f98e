using System.Collections.Immutable;
using Infra.Costs;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Graph;
using Pulumi;

namespace Infra.Sandbox.Costs;

/// <summary>The bills before and after an edit of a stack file.</summary>
internal sealed record CostChange(Bill Old, Bill New)
{
    /// <summary>The smallest change of an amount that is reported.</summary>
    public const decimal SmallestUsd = 0.01m;

    public Estimate Total => New.Total - Old.Total;

    /// <summary>The blocks whose amounts change, the largest change of a typical month first.</summary>
    public ImmutableArray<BlockChange> Blocks
    {
        get
        {
            var (old, wanted) = (Totals(Old), Totals(New));
            return
            [
                .. old.Keys.Union(wanted.Keys)
                    .Select(block => new BlockChange(block, old.GetValueOrDefault(block), wanted.GetValueOrDefault(block)))
                    .Where(block => IsReported(block.Change))
                    .OrderByDescending(block => Math.Abs(block.Change.Typical))
                    .ThenByDescending(block => Math.Abs(block.Change.High))
                    .ThenBy(block => block.Block, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>The items of the new stack without a known price, which the old one does not have.</summary>
    public IEnumerable<CostItem> NewNotPriced => New.NotPriced.Where(item =>
        !Old.NotPriced.Any(known => known.Block == item.Block && known.Label == item.Label && known.Quantity == item.Quantity));

    public bool IsEmpty => Blocks.IsEmpty && !NewNotPriced.Any();

    private static Dictionary<string, Estimate> Totals(Bill bill) => bill.Blocks.ToDictionary(block => block.Block, block => block.Total);

    private static bool IsReported(Estimate change) =>
        Math.Abs(change.Low) >= SmallestUsd || Math.Abs(change.Typical) >= SmallestUsd || Math.Abs(change.High) >= SmallestUsd;
}

/// <summary>The amounts of a block before and after an edit.</summary>
internal sealed record BlockChange(string Block, Estimate Old, Estimate New)
{
    public Estimate Change => New - Old;
}

/// <summary>The change of cost, or the reason why it is not known.</summary>
internal sealed record CostComparison(CostChange? Change, string? MissingReason)
{
    public static CostComparison Of((ResourceGraph Graph, CostsConfig Costs) old, (ResourceGraph Graph, CostsConfig Costs) wanted)
    {
        var file = PriceFile.Embedded();
        try
        {
            return new CostComparison(new CostChange(BillOf(old, file), BillOf(wanted, file)), null);
        }
        catch (RunException problem)
        {
            return new CostComparison(null, problem.Message);
        }
    }

    private static Bill BillOf((ResourceGraph Graph, CostsConfig Costs) stack, PriceFile file) =>
        CostEstimator.Estimate(stack.Graph, stack.Costs, new RegionPrices(file, stack.Graph.Region!));
}
