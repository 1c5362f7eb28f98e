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
}
