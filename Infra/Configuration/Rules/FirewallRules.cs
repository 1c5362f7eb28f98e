namespace Infra.Configuration.Rules;

internal static class FirewallRules
{
    public static void Check(StackConfig config, RuleChecker rules) =>
        rules.Check(["firewall"], () => config.Firewall is { ManagedRules.Count: 0, RateLimitPerFiveMinutes: null }
            ? "needs managedRules or rateLimitPerFiveMinutes: without rules everything passes"
            : null);
}
