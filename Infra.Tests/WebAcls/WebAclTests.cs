using Infra.Tests.Support;
using Infra.WebAcls;
using Pulumi;

namespace Infra.Tests.WebAcls;

public class WebAclTests
{
    [Fact]
    public async Task WebAcl_WithoutMatchingRule_AllowsRequests() => ResourceAssert.Inputs(
        """
        {
          "scope": "REGIONAL",
          "defaultAction": {"allow": {}},
          "ruleJson": "[]",
          "visibilityConfig": {"cloudwatchMetricsEnabled": true, "metricName": "shop-dev", "sampledRequestsEnabled": true}
        }
        """,
        (await Run(new WebAclConfig { ManagedRules = [] })).Single<WafV2.WebAcl>());

    [Fact]
    public async Task WebAcl_Rules_AreTheConfiguredOnes()
    {
        var config = new WebAclConfig { RateLimitPerFiveMinutes = 2000, ManagedRules = ["AWSManagedRulesSQLiRuleSet"], CountOnly = true };
        var rules = (await Run(config)).Single<WafV2.WebAcl>().Json("ruleJson").AsArray();

        Assert.Equal(["rate-limit", "AWSManagedRulesSQLiRuleSet"], rules.Select(rule => (string?)rule!["Name"]));
        Assert.Equal(2000, (int)rules[0]!["Statement"]!["RateBasedStatement"]!["Limit"]!);
        Assert.All(["Action", "OverrideAction"], action => Assert.Single(rules, rule => rule![action]?["Count"] is not null));
    }

    [Fact]
    public async Task WebAcl_IsAssociatedWithTheLoadBalancer()
    {
        var run = await Run(new WebAclConfig());

        ResourceAssert.Kinds(run, "WebAcl", "WebAclAssociation");
        ResourceAssert.Inputs(
            """{"resourceArn":"arn:of:the-load-balancer","webAclArn":"arn:WebAcl:shop-web-acl"}""", run.Single<WafV2.WebAclAssociation>());
    }

    private static Task<StackRun> Run(WebAclConfig config) => StackRun.OfComponent(context => _ = new WebAcl(
        "shop-web-acl", new WebAclArgs { Context = context, Config = config, LoadBalancerArn = Output.Create("arn:of:the-load-balancer") }));
}
