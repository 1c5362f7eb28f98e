using Infra.Tests.Support;

namespace Infra.Tests.WebAcls;

public sealed class WebAclRulesTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"managedRules":[],"rateLimitPerFiveMinutes":2000}""")]
    [InlineData("""{"managedRules":["AWSManagedRulesSQLiRuleSet"]}""")]
    public void WebAclWithRules_IsAccepted(string webAcl) => Assert.Empty(Problems.Of(("webAcl", webAcl)));

    [Fact]
    public void WebAclWithoutRules_IsAProblem() => Assert.Equal(
        ["app:webAcl: needs managedRules or rateLimitPerFiveMinutes: without rules everything passes"],
        Problems.Of(("webAcl", """{"managedRules":[]}""")));

    // https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
    [Fact]
    public void WebAcl_OfALoadBalancerThatExists_IsItsOwners() => Assert.Equal(
        [
            "app:webAcl: would take the place of the web ACL that existingLoadBalancer has, for everyone behind it; "
                + "a load balancer has one only, and its owner sets it",
        ],
        Problems.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("service", Blocks.SharedService),
            ("webAcl", "{}")));
}
