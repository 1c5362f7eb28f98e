using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Usage;

/// <summary>Divides tasks among capacity providers: first the base, then by weight.</summary>
internal static class CapacitySplit
{
    public const string Fargate = "FARGATE";
    public const string FargateSpot = "FARGATE_SPOT";

    /// <summary>The tasks of each provider of a strategy.</summary>
    public static IEnumerable<(string Provider, decimal Tasks)> Split(decimal tasks, IEnumerable<PropertyValue.Map> strategy)
    {
        var shares = strategy.Select(share => (
            Provider: share.Text("capacityProvider") ?? Fargate, Base: share.Number("base") ?? 0, Weight: share.Number("weight") ?? 0)).ToList();
        if (shares.Count == 0)
        {
            return [(Fargate, tasks)];
        }

        var (rest, weights) = (Math.Max(0, tasks - shares.Sum(share => share.Base)), shares.Sum(share => share.Weight));
        return shares.Select(share => (share.Provider, Math.Min(share.Base, tasks) + (weights > 0 ? rest * share.Weight / weights : 0)));
    }

    /// <summary>The task-hours of each provider.</summary>
    public static IEnumerable<(string Provider, Estimate Tasks)> Split(TaskLoad load, IReadOnlyList<PropertyValue.Map> strategy)
    {
        var parts = load.Segments.Select(segment => (
            segment.Share,
            Low: Split(segment.Tasks.Low, strategy).ToList(),
            Typical: Split(segment.Tasks.Typical, strategy).ToList(),
            High: Split(segment.Tasks.High, strategy).ToList())).ToList();
        return Enumerable.Range(0, parts[0].Low.Count).Select(index => (
            parts[0].Low[index].Provider,
            Estimate.Sum(parts.Select(part => new Estimate(part.Low[index].Tasks, part.Typical[index].Tasks, part.High[index].Tasks) * part.Share))));
    }
}
