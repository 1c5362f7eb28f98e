using System.Collections.Immutable;
using Infra.Costs;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Usage;

/// <summary>The running tasks of a service over a month: shares of time, each with a number of tasks.</summary>
/// <param name="Segments">The shares, which add up to one.</param>
internal sealed record TaskLoad(ImmutableArray<(decimal Share, Estimate Tasks)> Segments)
{
    private const string Target = "aws:appautoscaling/target:Target";
    private const string ScheduledAction = "aws:appautoscaling/scheduledAction:ScheduledAction";

    /// <summary>The tasks on average.</summary>
    public Estimate Average => Estimate.Sum(Segments.Select(segment => segment.Tasks * segment.Share));

    /// <summary>The most tasks at a time.</summary>
    public Estimate Peak => Segments.Aggregate(default(Estimate), (peak, segment) => Estimate.Max(peak, segment.Tasks));

    public static TaskLoad Of(ResourceNode service, CostContext context)
    {
        var desired = service.Inputs.Number("desiredCount") ?? 1;
        var average = AverageOf(service, context);
        var siblings = service.Parent is { } component ? context.Within(component).ToList() : [];
        if (siblings.FirstOrDefault(node => node.Key.Type == Target) is not { } target)
        {
            return new TaskLoad([(1, Estimate.Fixed(average ?? desired))]);
        }

        var actions = siblings.Where(node => node.Key.Type == ScheduledAction)
            .Select(node => (node.Inputs.Text("schedule") ?? "", Limits.Of(node.Inputs.Map("scalableTargetAction"))));
        var limits = Timetable.Shares(actions);
        return new TaskLoad([.. (limits.Count > 0 ? limits : [(Limits.Of(target.Inputs), 1)]).Select(entry => (entry.Share, entry.State.Tasks(desired, average)))]);
    }

    private static decimal? AverageOf(ResourceNode service, CostContext context)
    {
        var block = context.BlockOf(service);
        var name = block[(block.AsSpan().LastIndexOfAny('.', ':') + 1)..];
        var isMain = !block.Contains('.', StringComparison.Ordinal);
        return context.Assumptions.AverageTasks.TryGetValue(isMain ? CostsRules.MainService : name, out var average) ? (decimal)average : null;
    }

    private sealed record Limits(decimal Minimum, decimal Maximum)
    {
        public static Limits Of(PropertyValue.Map inputs) => new(inputs.Number("minCapacity") ?? 0, inputs.Number("maxCapacity") ?? 0);

        public Estimate Tasks(decimal desired, decimal? average) => new(Minimum, Math.Clamp(average ?? desired, Minimum, Math.Max(Minimum, Maximum)), Maximum);
    }
}
