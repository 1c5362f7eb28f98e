using System.Collections.Immutable;
using Infra.Sandbox.Costs.Savings;

namespace Infra.Sandbox.Costs;

/// <summary>The bill of a stack, its budget, and edits that would make it cheaper.</summary>
/// <param name="Bill">The bill.</param>
/// <param name="Savings">The edits, the largest saving first.</param>
/// <param name="BudgetUsd">The budget for a typical month; null for none.</param>
internal sealed record CostReport(Bill Bill, ImmutableArray<Saving> Savings, decimal? BudgetUsd)
{
    public bool IsOverBudget => BudgetUsd is { } budget && Bill.Total.Typical > budget;
}
