using Infra.Sandbox.Costs.Pricing;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>Cheaper ways into and out of the network.</summary>
internal static class NetworkSavings
{
    private const string Gateway = "aws:ec2/natGateway:NatGateway";
    private const string Address = "aws:ec2/eip:Eip";
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string Service = "aws:ecs/service:Service";
    private const string InstanceGroup = "aws:autoscaling/group:Group";

    public static IEnumerable<SavingCandidate> SingleGateway(EditableStack stack)
    {
        var gateways = stack.All(Gateway).ToList();
        if (gateways.Count < 2)
        {
            return [];
        }

        var kept = new[] { gateways[0].Key, gateways[0].Inputs.Reference("allocationId") ?? default };
        return
        [
            new SavingCandidate(
                "app:network.natGateways: single",
                "if private tasks may lose the internet when the zone of the gateway fails",
                stack.Without(node => node.Key.Type is Gateway or Address && !kept.Contains(node.Key))),
        ];
    }

    // Tasks on instances have private addresses in every subnet.
    public static IEnumerable<SavingCandidate> PublicTasks(EditableStack stack)
    {
        if (!stack.All(Gateway).Any() || stack.All(InstanceGroup).Any())
        {
            return [];
        }

        var withoutGateways = new EditableStack(stack.Without(node => node.Key.Type is Gateway or Address));
        var services = withoutGateways.All(Service).Select(service => KeyValuePair.Create(
            service.Key,
            EditableStack.Set(
                service.Inputs, "networkConfiguration", EditableStack.Set(service.Inputs.Map("networkConfiguration"), "assignPublicIp", true))));
        return
        [
            new SavingCandidate(
                "app:network.natGateways: none, and subnets: public for all services and jobs",
                "if tasks may have public addresses; security groups still admit nobody but the load balancer",
                withoutGateways.With(services)),
        ];
    }

    public static IEnumerable<SavingCandidate> EndpointsBesideGateways(EditableStack stack)
    {
        var isInterface = (ResourceNode node) => node.Key.Type == Endpoint && node.Inputs.Text("vpcEndpointType") == "Interface";
        return stack.All(Gateway).Any() && stack.Graph.Resources.Any(isInterface)
            ?
            [
                new SavingCandidate(
                    "app:network.interfaceEndpoints: []",
                    "if requests to AWS may go through the NAT gateway, for its price of a GiB",
                    stack.Without(isInterface)),
            ]
            : [];
    }

    public static IEnumerable<SavingCandidate> SharedLoadBalancer(EditableStack stack) => !stack.IsDisposable ? [] : stack.All(LoadBalancerPricing.Type)
        .Where(balancer => balancer.Inputs.Text("loadBalancerType") == "application")
        .Select(balancer => new SavingCandidate(
            "app:existingLoadBalancer: { … }, the load balancer of another stack",
            "if the stacks may share a load balancer and its network",
            stack.Without(node => node.Key == balancer.Key)));
}
