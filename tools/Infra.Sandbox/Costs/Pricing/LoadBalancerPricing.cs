using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>Load balancers with their capacity units and public addresses. https://aws.amazon.com/elasticloadbalancing/pricing/</summary>
internal static class LoadBalancerPricing
{
    public const string Type = "aws:lb/loadBalancer:LoadBalancer";

    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    // A capacity unit is 25 new connections in a second, or 1 GB in an hour.
    private const decimal ConnectionsPerUnitHour = 25 * 3600;
    private const decimal GiBPerUnitHour = 1;

    public static IEnumerable<CostItem> Of(ResourceNode node, CostContext context)
    {
        var isApplication = node.Inputs.Text("loadBalancerType") != "network";
        var (name, price) = isApplication ? ("application load balancer", "alb") : ("network load balancer", "nlb");
        yield return context.Item(node, name, Estimate.Fixed(context.Hours), "h", $"{price}.hour");
        yield return context.Item(node, "capacity units", CapacityUnits(context, isApplication), "LCU-h", $"{price}.lcuHour");
        if (node.Inputs.Flag("internal") != true)
        {
            yield return context.Item(
                node, "public IPv4 addresses, each zone", Estimate.Fixed(context.Hours * node.Inputs.Items("subnets").Length), "h", "ipv4.hour");
        }
    }

    /// <summary>The answers of services, whichever load balancer sends them to the internet; those of an internal one stay in the VPC.</summary>
    public static IEnumerable<CostItem> Answers(ResourceNode node, CostContext context)
    {
        var isFirst = context.All(TargetGroup).First().Key == node.Key;
        var own = context.All(Type).ToList();
        return isFirst && (own.Count == 0 || own.Any(balancer => balancer.Inputs.Flag("internal") != true))
            ? [context.Item(node, "data to the internet", context.Use(costs => costs.EgressGiB), "GiB", "egress.gb")]
            : [];
    }

    private static Estimate CapacityUnits(CostContext context, bool isApplication)
    {
        var data = context.Use(costs => costs.EgressGiB) * (1 / GiBPerUnitHour);
        return isApplication ? Estimate.Max(data, context.Use(costs => costs.RequestsPerMonth) * (1 / ConnectionsPerUnitHour)) : data;
    }
}
