using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>The cost of the triggers of jobs, and of their runs.</summary>
internal static class JobPricing
{
    private const decimal Million = 1_000_000;

    /// <summary>The invocations themselves are free up to 14 million in a month. https://aws.amazon.com/eventbridge/pricing/</summary>
    public static IEnumerable<CostItem> Schedule(ResourceNode node, CostContext context) => TaskPricing.Runs(
        node,
        node.Inputs.Map("target").Map("ecsParameters"),
        Estimate.Fixed(Timetable.RunsPerMonth(node.Inputs.Text("scheduleExpression") ?? "", context.Hours)),
        context);

    /// <summary>Events that S3 sends are charged like events of applications. https://aws.amazon.com/eventbridge/pricing/</summary>
    public static IEnumerable<CostItem> EventTarget(ResourceNode node, CostContext context)
    {
        var target = node.Inputs.Map("ecsTarget");
        if (target == PropertyValue.Map.Empty)
        {
            return [];
        }

        var events = context.Use(costs => costs.EventsPerMonth);
        return
        [
            context.Item(node, "events", events * (1 / Million), "million", "eventBridge.million"),
            .. TaskPricing.Runs(node, target, events, context),
        ];
    }

    public static IEnumerable<CostItem> Pipe(ResourceNode node, CostContext context)
    {
        var events = context.Use(costs => costs.EventsPerMonth);
        return
        [
            context.Item(node, "pipe requests", events * (1 / Million), "million", "pipes.million"),
            .. TaskPricing.Runs(node, node.Inputs.Map("targetParameters").Map("ecsTaskParameters"), events, context),
        ];
    }
}
