using Infra.Configuration.Binding;
using Infra.Services;
using static Infra.Stack.StackKeys;

namespace Infra.LoadBalancing;

internal static class ExistingLoadBalancerRules
{
    private static readonly KeyPath Block = Key(stack => stack.ExistingLoadBalancer);
    private static readonly KeyPath TargetGroup = Key(stack => stack.ExistingLoadBalancer!.TargetGroupArn);

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.ExistingLoadBalancer is { } loadBalancer)
        {
            var ownLoadBalancer = Key(stack => stack.LoadBalancer);
            rules.Check([Block, ownLoadBalancer], () => rules.IsPresent(ownLoadBalancer) ? "cannot be combined with loadBalancer" : null);
            rules.Check([Block, Key(stack => stack.ExistingNetwork)], () =>
                config.ExistingNetwork is null ? "needs existingNetwork: a load balancer reaches tasks in its own VPC only" : null);
            CheckRedirect(config, loadBalancer, rules);
            rules.Check([Key(stack => stack.Authentication), TargetGroup], () =>
                config.Authentication is not null && loadBalancer.TargetGroupArn is not null
                    ? $"needs a listener rule of this stack; with {TargetGroup} there is none" : null);
            rules.Check([Key(stack => stack.Domain!.CertificateArn), Block], () =>
                config.Domain?.CertificateArn is not null ? $"cannot be combined with {Block}, whose listener already has a certificate" : null);
            if (loadBalancer.TargetGroupArn is not null)
            {
                CheckTargetGroup([.. config.AllServices.Where(service => service.Config.ContainerPort is not null)], rules);
            }
        }
    }

    // A target group has tasks of one service, and the stack does not manage the listener rules that forward to an existing one.
    private static void CheckTargetGroup(IReadOnlyList<ConfiguredService> services, RuleChecker rules)
    {
        foreach (var service in services)
        {
            KeyPath[] keys = [service.KeyOf(config => config.ContainerPort), TargetGroup];
            rules.Check(keys, () => service == services[0]
                ? null
                : $"needs another target group: {TargetGroup} is for {services[0].Path}; remove it, and the stack creates one for each service");
            rules.Check([service.KeyOf(config => config.Routing), .. keys], () =>
                service.Config.Routing is not null ? $"has no effect with {TargetGroup}, whose listener rules exist already" : null);
            rules.Check([service.KeyOf(config => config.Deployment.Strategy), .. keys], () =>
                service.Config.Deployment.HasAlternate
                    ? $"shifts traffic between target groups of this stack; with {TargetGroup} there are none: use rolling" : null);
            rules.Check([service.KeyOf(config => config.Deployment.RollbackOnAlarms), .. keys], () =>
                service.Config.Deployment.RollbackOnAlarms
                    ? $"needs a target group of this stack; with {TargetGroup} there is none" : null);
        }
    }

    private static void CheckRedirect(StackConfig config, ExistingLoadBalancerConfig loadBalancer, RuleChecker rules) => rules.Check(
        [
            Key(stack => stack.ExistingLoadBalancer!.HttpRedirectPort),
            Key(stack => stack.ExistingLoadBalancer!.ListenerPort),
            TargetGroup,
            Key(stack => stack.Domain),
        ],
        () => RedirectProblem(config, loadBalancer));

    private static string? RedirectProblem(StackConfig config, ExistingLoadBalancerConfig loadBalancer) =>
        loadBalancer.HttpRedirectPort is null ? null
        : loadBalancer.TargetGroupArn is not null ? "cannot be combined with targetGroupArn: the stack adds no listener rules for an existing target group"
        : loadBalancer.HttpRedirectPort == loadBalancer.ListenerPort ? $"{loadBalancer.HttpRedirectPort} is listenerPort; use the port of the HTTP listener"
        : config.Domain is null ? "needs a domain: only its names are redirected"
        : config.Domain.Names.Count > RoutingRules.MaximumConditionValues
            ? $"redirects at most {RoutingRules.MaximumConditionValues} names; the domain has {config.Domain.Names.Count}"
        : null;
}
