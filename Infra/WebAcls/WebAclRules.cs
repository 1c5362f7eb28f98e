using Infra.LoadBalancing;

namespace Infra.WebAcls;

internal static class WebAclRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        rules.Check(["webAcl"], () => config.WebAcl is { ManagedRules.Count: 0, RateLimitPerFiveMinutes: null }
            ? "needs managedRules or rateLimitPerFiveMinutes: without rules everything passes"
            : null);
        // https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
        rules.Check(["webAcl", "existingLoadBalancer"], () => config is { WebAcl: not null, ExistingLoadBalancer: not null }
            ? "would take the place of the web ACL that existingLoadBalancer has, for everyone behind it; a load balancer has one only, and its owner sets it"
            : null);
    }
}
