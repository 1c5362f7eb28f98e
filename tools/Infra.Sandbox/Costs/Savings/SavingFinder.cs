using System.Collections.Immutable;
using Infra.Costs;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>Finds edits that make a stack cheaper, by computing the bill of the changed resources.</summary>
internal static class SavingFinder
{
    private const decimal MinimumUsd = 1;

    private static readonly ImmutableArray<Func<EditableStack, IEnumerable<SavingCandidate>>> Rules =
    [
        TaskSavings.Arm,
        TaskSavings.Spot,
        InstanceSavings.Arm,
        NetworkSavings.SingleGateway,
        NetworkSavings.PublicTasks,
        NetworkSavings.EndpointsBesideGateways,
        NetworkSavings.SharedLoadBalancer,
        DataSavings.DatabaseClass,
        DataSavings.SingleZone,
        DataSavings.CacheNode,
        OffHoursSavings.Evenings,
        TaskSavings.NoContainerInsights,
    ];

    public static ImmutableArray<Saving> Find(ResourceGraph graph, CostsConfig assumptions, RegionPrices prices)
    {
        var stack = new EditableStack(graph);
        var bill = CostEstimator.Estimate(graph, assumptions, prices);
        return
        [
            .. Rules.SelectMany(rule => rule(stack))
                .Select(candidate => (Candidate: candidate, Bill: CostEstimator.Estimate(candidate.Graph, assumptions, prices)))
                .Where(result => IsComparable(bill, result.Bill))
                .Select(result => new Saving(result.Candidate.Edit, bill.Total.Typical - result.Bill.Total.Typical, result.Candidate.Condition))
                .Where(saving => saving.Usd >= MinimumUsd)
                .OrderByDescending(saving => saving.Usd)
                .ThenBy(saving => saving.Edit, StringComparer.Ordinal),
        ];
    }

    // An item that loses its price would look like a saving.
    private static bool IsComparable(Bill before, Bill after) =>
        after.NotPriced.All(item => before.NotPriced.Any(known => known.Resource == item.Resource && known.Label == item.Label));
}
