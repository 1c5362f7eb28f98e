namespace Infra.LoadBalancing;

/// <summary>What stands between users and services has nothing to lead to where no service speaks HTTP.</summary>
internal static class WebRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        Check("domain", config.Domain, config, rules);
        Check("existingLoadBalancer", config.ExistingLoadBalancer, config, rules);
        Check("authentication", config.Authentication, config, rules);
        Check("webAcl", config.WebAcl, config, rules);
        Check("loadBalancer", rules.Values.Find("loadBalancer"), config, rules);
        rules.Check(["networkLoadBalancer", "service", "services", .. config.AllServices.Select(service => $"{service.Path}.tcpPorts")], () =>
            rules.Values.Find("networkLoadBalancer") is not null && !config.HasTcpPorts
                ? "needs a service with tcpPorts: without any there is no network load balancer"
                : null);
    }

    private static void Check(string key, object? block, StackConfig config, RuleChecker rules) =>
        rules.Check([key, "service", "services", .. config.AllServices.Select(service => $"{service.Path}.containerPort")], () => block is not null && !config.HasWeb
            ? "needs a service with a containerPort: without one nothing is reached over HTTP"
            : null);
}
