namespace Infra.Sandbox.Costs.Reports;

/// <summary>A line of the bill before and after an edit; null where it is not in the bill.</summary>
internal sealed record CostLineChange(CostLine? Old, CostLine? New)
{
    public string Label => (Old ?? New)!.Label;

    public Estimate Change => (New?.Amount ?? default) - (Old?.Amount ?? default);

    private bool IsReported => new[] { Change.Low, Change.Typical, Change.High }.Any(amount => Math.Abs(amount) >= CostChange.SmallestUsd);

    /// <summary>The lines of a block whose amounts change, those that cost more first.</summary>
    public static IEnumerable<CostLineChange> Of(string block, CostChange change)
    {
        var (old, wanted) = (LinesOf(change.Old), LinesOf(change.New));
        return old.Keys.Union(wanted.Keys)
            .Select(line => new CostLineChange(old.GetValueOrDefault(line), wanted.GetValueOrDefault(line)))
            .Where(line => line.IsReported)
            .OrderByDescending(line => line.Change.Typical)
            .ThenBy(line => line.Label, StringComparer.Ordinal);

        Dictionary<(string, string, decimal?), CostLine> LinesOf(Bill bill) =>
            CostLine.Of(bill.Priced.Where(item => item.Block == block)).ToDictionary(line => (line.Label, line.Unit, line.Price));
    }
}
