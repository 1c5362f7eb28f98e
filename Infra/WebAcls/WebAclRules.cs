using static Infra.Stack.StackKeys;

namespace Infra.WebAcls;

internal static class WebAclRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var key = Key(stack => stack.WebAcl);
        rules.Check([key], () => config.WebAcl is { ManagedRules.Count: 0, RateLimitPerFiveMinutes: null }
            ? "needs managedRules or rateLimitPerFiveMinutes: without rules it allows every request"
            : null);
        // https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
        rules.Check([key, Key(stack => stack.ExistingLoadBalancer)], () => config is { WebAcl: not null, ExistingLoadBalancer: not null }
            ? "cannot be combined with existingLoadBalancer: a load balancer has one web ACL, and this one would replace it for all who share it"
            : null);
    }
}
