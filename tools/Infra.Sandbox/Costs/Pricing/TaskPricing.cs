using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>
/// Tasks on Fargate: of services by their number, of jobs by their runs. Tasks on EC2 instances are part of the price of those.
/// https://aws.amazon.com/fargate/pricing/
/// </summary>
internal static class TaskPricing
{
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";

    public static IEnumerable<CostItem> Service(ResourceNode node, CostContext context)
    {
        if (context.Find(node.Inputs.Reference("taskDefinition")) is not { Key.Type: TaskDefinition } definition)
        {
            return [];
        }

        var strategy = node.Inputs.Items("capacityProviderStrategies").OfType<PropertyValue.Map>().ToList();
        var isPublic = node.Inputs.Map("networkConfiguration").Flag("assignPublicIp") == true;
        return CapacitySplit.Split(TaskLoad.Of(node, context), strategy)
            .SelectMany(part => Hours(node, TaskSize.Of(definition), part.Provider, part.Tasks * context.Hours, isPublic, context));
    }

    /// <summary>The runs of a job that an event, a schedule or a pipe starts.</summary>
    /// <param name="node">The resource that starts the job.</param>
    /// <param name="target">The parameters of the ECS task.</param>
    /// <param name="runs">The runs in a month.</param>
    /// <param name="context">The stack.</param>
    public static IEnumerable<CostItem> Runs(ResourceNode node, PropertyValue.Map target, Estimate runs, CostContext context)
    {
        if (context.Find(target.Reference("taskDefinitionArn")) is not { } definition)
        {
            return [];
        }

        var network = target.Map("networkConfiguration");
        var isPublic = network.Flag("assignPublicIp") == true || network.Map("awsVpcConfiguration").Text("assignPublicIp") == "ENABLED";
        var hours = runs * ((decimal)context.Assume(costs => costs.JobMinutes) / 60);
        var strategy = target.Items("capacityProviderStrategies").OfType<PropertyValue.Map>().ToList();
        return CapacitySplit.Split(new TaskLoad([(1, hours)]), strategy)
            .SelectMany(part => Hours(node, TaskSize.Of(definition), part.Provider, part.Tasks, isPublic, context));
    }

    private static IEnumerable<CostItem> Hours(
        ResourceNode node, TaskSize size, string provider, Estimate hours, bool isPublic, CostContext context)
    {
        if (provider is not (CapacitySplit.Fargate or CapacitySplit.FargateSpot))
        {
            yield break;
        }

        var factor = provider == CapacitySplit.Fargate ? 1 : context.SpotFactor(size);
        yield return context.Item(node, $"{(factor == 1 ? "Fargate" : "Fargate Spot")}, {size.Text}", hours, "h", size.HourlyPrice(context.Prices, factor)) is var item
            && item.Price is null
                ? item with { MissingReason = context.Prices.MissingReason("fargate.x86.vcpuHour") }
                : item;
        if (size.ChargedScratchGiB > 0)
        {
            yield return context.Item(
                node, "scratch space over 20 GiB", hours * size.ChargedScratchGiB, "GiB-h", "fargate.ephemeral.gbHour");
        }

        if (isPublic)
        {
            yield return context.Item(node, "public IPv4 addresses of tasks", hours, "h", "ipv4.hour");
        }
    }
}
