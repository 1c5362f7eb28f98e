using Infra.Tests.Support;

namespace Infra.Tests.Configuration.Rules;

public sealed class FirewallRulesTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"managedRules":[],"rateLimitPerFiveMinutes":2000}""")]
    [InlineData("""{"managedRules":["AWSManagedRulesSQLiRuleSet"]}""")]
    public void FirewallWithRules_IsAccepted(string firewall) => Assert.Empty(Problems.Of(("firewall", firewall)));

    [Fact]
    public void FirewallWithoutRules_IsAProblem() => Assert.Equal(
        ["app:firewall: needs managedRules or rateLimitPerFiveMinutes: without rules everything passes"],
        Problems.Of(("firewall", """{"managedRules":[]}""")));

    // https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
    [Fact]
    public void Firewall_OfALoadBalancerThatExists_IsItsOwners() => Assert.Equal(
        [
            "app:firewall: would take the place of the web ACL that existingLoadBalancer has, for everyone behind it; "
                + "a load balancer has one only, and its owner sets it",
        ],
        Problems.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("service", Blocks.SharedService),
            ("firewall", "{}")));
}
