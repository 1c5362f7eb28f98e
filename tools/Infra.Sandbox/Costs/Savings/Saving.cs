using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>An edit that makes a stack cheaper.</summary>
/// <param name="Edit">The edit of the stack file.</param>
/// <param name="Usd">The saving in a typical month.</param>
/// <param name="Condition">The price that is paid for it, or what must be true.</param>
internal sealed record Saving(string Edit, decimal Usd, string Condition);

/// <summary>An edit whose saving is not known yet.</summary>
/// <param name="Edit">The edit of the stack file.</param>
/// <param name="Condition">The price that is paid for it, or what must be true.</param>
/// <param name="Graph">The resources after the edit.</param>
internal sealed record SavingCandidate(string Edit, string Condition, ResourceGraph Graph);
