using Infra.Tests.Support;

namespace Infra.Tests.WebAcls;

public sealed class WebAclRulesTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"managedRules":[],"rateLimitPerFiveMinutes":2000}""")]
    [InlineData("""{"managedRules":["AWSManagedRulesSQLiRuleSet"]}""")]
    public void WebAcl_WithRules_IsAccepted(string webAcl) => Assert.Empty(Problems.Of(("webAcl", webAcl)));

    [Fact]
    public void WebAcl_WithoutRules_IsRejected() => Assert.Equal(
        ["app:webAcl: needs managedRules or rateLimitPerFiveMinutes: without rules it allows every request"],
        Problems.Of(("webAcl", """{"managedRules":[]}""")));

    // https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
    [Fact]
    public void WebAcl_WithExistingLoadBalancer_IsRejected() => Assert.Equal(
        [
            "app:webAcl: cannot be combined with existingLoadBalancer: a load balancer has one web ACL, "
                + "and this one would replace it for all who share it",
        ],
        Problems.Of(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", Blocks.ExistingLoadBalancer),
            ("service", Blocks.SharedService),
            ("webAcl", "{}")));
}
