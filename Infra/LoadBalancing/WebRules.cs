using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.LoadBalancing;

/// <summary>Refuses load balancers, and what belongs to them, in a stack without a service behind them.</summary>
internal static class WebRules
{
    private static readonly KeyPath[] ServiceKeys = [Key(stack => stack.Service), Key(stack => stack.Services)];

    private static readonly KeyPath[] HttpBlocks =
    [
        Key(stack => stack.Domain),
        Key(stack => stack.ExistingLoadBalancer),
        Key(stack => stack.Authentication),
        Key(stack => stack.WebAcl),
        Key(stack => stack.LoadBalancer),
    ];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var key in HttpBlocks)
        {
            rules.Check([key, .. ServiceKeys, .. config.AllServices.Select(service => service.KeyOf(config => config.ContainerPort))], () =>
                rules.IsPresent(key) && !config.HasWeb ? "needs a service with a containerPort: without one the stack serves no HTTP" : null);
        }

        CheckNetworkLoadBalancer(config, rules);
    }

    private static void CheckNetworkLoadBalancer(StackConfig config, RuleChecker rules)
    {
        var key = Key(stack => stack.NetworkLoadBalancer);
        rules.Check([key, .. ServiceKeys, .. config.AllServices.Select(service => service.KeyOf(config => config.TcpPorts))], () =>
            rules.IsPresent(key) && !config.HasTcpPorts
                ? "needs a service with tcpPorts: without one the stack creates no network load balancer"
                : null);
    }
}
