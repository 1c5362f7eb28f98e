using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.LoadBalancing;

/// <summary>Refuses load balancers, and what belongs to them, in a stack without a service behind them.</summary>
internal static class WebRules
{
    private static readonly KeyPath[] ServiceKeys = [Key(stack => stack.Service), Key(stack => stack.Services)];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        var loadBalancer = Key(stack => stack.LoadBalancer);
        Check(Key(stack => stack.Domain), config.Domain, config, rules);
        Check(Key(stack => stack.ExistingLoadBalancer), config.ExistingLoadBalancer, config, rules);
        Check(Key(stack => stack.Authentication), config.Authentication, config, rules);
        Check(Key(stack => stack.WebAcl), config.WebAcl, config, rules);
        Check(loadBalancer, rules.Values.Find(loadBalancer), config, rules);
        CheckNetworkLoadBalancer(config, rules);
    }

    private static void Check(KeyPath key, object? block, StackConfig config, RuleChecker rules) =>
        rules.Check([key, .. ServiceKeys, .. config.AllServices.Select(service => service.KeyOf(config => config.ContainerPort))], () =>
            block is not null && !config.HasWeb ? "needs a service with a containerPort: without one the stack serves no HTTP" : null);

    private static void CheckNetworkLoadBalancer(StackConfig config, RuleChecker rules)
    {
        var key = Key(stack => stack.NetworkLoadBalancer);
        rules.Check([key, .. ServiceKeys, .. config.AllServices.Select(service => service.KeyOf(config => config.TcpPorts))], () =>
            rules.Values.Find(key) is not null && !config.HasTcpPorts
                ? "needs a service with tcpPorts: without one the stack creates no network load balancer"
                : null);
    }
}
