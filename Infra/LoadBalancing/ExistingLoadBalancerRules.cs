using Infra.Services;

namespace Infra.LoadBalancing;

internal static class ExistingLoadBalancerRules
{
    private const string Key = "existingLoadBalancer";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.ExistingLoadBalancer is { } loadBalancer)
        {
            rules.Check([Key, "loadBalancer"], () =>
                rules.Values.Find("loadBalancer") is not null ? "cannot be combined with loadBalancer; keep one" : null);
            rules.Check([Key, "existingNetwork"], () =>
                config.ExistingNetwork is null ? "needs existingNetwork: a load balancer reaches the tasks in its own VPC" : null);
            rules.Check([$"{Key}.httpRedirectPort", $"{Key}.listenerPort", $"{Key}.targetGroupArn", "domain"], () => RedirectProblem(config, loadBalancer));
            rules.Check(["authentication", $"{Key}.targetGroupArn"], () =>
                config.Authentication is not null && loadBalancer.TargetGroupArn is not null
                    ? $"needs a rule of the stack's own, and with {Key}.targetGroupArn there is none" : null);
            rules.Check(["domain.certificateArn", Key], () =>
                config.Domain?.CertificateArn is not null ? $"is not used by an {Key}, whose listener has its certificate" : null);
            if (loadBalancer.TargetGroupArn is not null)
            {
                CheckMembers([.. config.AllServices.Where(service => service.Config.ContainerPort is not null)], rules);
            }
        }
    }

    // A target group has one kind of tasks, and its rules are not the stack's to change.
    private static void CheckMembers(IReadOnlyList<ConfiguredService> services, RuleChecker rules)
    {
        foreach (var service in services)
        {
            string[] keys = [$"{service.Path}.containerPort", $"{Key}.targetGroupArn"];
            rules.Check(keys, () => service == services[0]
                ? null
                : $"needs a target group of its own, and {Key}.targetGroupArn is that of {services[0].Path}; take that out, and each gets one");
            rules.Check([$"{service.Path}.routing", .. keys], () =>
                service.Config.Routing is not null ? $"is without effect: the rules of {Key}.targetGroupArn exist already" : null);
            rules.Check([$"{service.Path}.deployment.strategy", .. keys], () =>
                service.Config.Deployment.HasAlternate
                    ? $"moves traffic between groups of the stack's own, and with {Key}.targetGroupArn there are none; use rolling" : null);
            rules.Check([$"{service.Path}.deployment.rollbackOnAlarms", .. keys], () =>
                service.Config.Deployment.RollbackOnAlarms
                    ? $"needs a target group of the stack's own, and with {Key}.targetGroupArn there is none" : null);
        }
    }

    private static string? RedirectProblem(StackConfig config, ExistingLoadBalancerConfig loadBalancer) =>
        loadBalancer.HttpRedirectPort is null ? null
        : loadBalancer.TargetGroupArn is not null ? "cannot be combined with targetGroupArn: the stack makes no rules for a target group that exists already"
        : loadBalancer.HttpRedirectPort == loadBalancer.ListenerPort ? $"{loadBalancer.HttpRedirectPort} is listenerPort, which serves; use the port of another listener"
        : config.Domain is null ? "needs a domain: the rule redirects its names only"
        : config.Domain.Names.Count > RoutingRules.MaximumConditionValues
            ? $"redirects up to {RoutingRules.MaximumConditionValues} names, and the domain has {config.Domain.Names.Count}"
        : null;
}
