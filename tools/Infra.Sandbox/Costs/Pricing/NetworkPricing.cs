using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>
/// NAT gateways, interface endpoints and public addresses. https://aws.amazon.com/vpc/pricing/
/// </summary>
internal static class NetworkPricing
{
    private const string Gateway = "aws:ec2/natGateway:NatGateway";

    public static IEnumerable<CostItem> NatGateway(ResourceNode node, CostContext context) =>
    [
        context.Item(node, "NAT gateways", Estimate.Fixed(context.Hours), "h", "nat.hour"),
        context.Item(
            node, "data through NAT gateways", context.Use(costs => costs.NatGiB) * (1m / context.All(Gateway).Count()), "GiB", "nat.gb"),
    ];

    public static IEnumerable<CostItem> Address(ResourceNode node, CostContext context) =>
        [context.Item(node, "public IPv4 addresses of NAT gateways", Estimate.Fixed(context.Hours), "h", "ipv4.hour")];

    /// <summary>Gateway endpoints are free.</summary>
    public static IEnumerable<CostItem> Endpoint(ResourceNode node, CostContext context) => node.Inputs.Text("vpcEndpointType") != "Interface" ? [] :
    [
        context.Item(
            node, "interface endpoints, each zone", Estimate.Fixed(context.Hours * node.Inputs.Items("subnetIds").Length), "h", "endpoint.hour"),
        context.Item(node, "data through interface endpoints", context.Use(costs => costs.EndpointGiB), "GiB", "endpoint.gb"),
    ];
}
