using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public class SecurityGroupsTests
{
    [Fact]
    public async Task SecurityGroups_MinimalStack_ExistForLoadBalancerAndService()
    {
        var run = await Run();

        Assert.Equal(["shop-security-load-balancer", "shop-security-service"], run.All<Ec2.SecurityGroup>().Select(group => group.Name));
        ResourceAssert.Inputs(
            """{"vpcId":"vpc-0a000000","description":"load-balancer of the stack"}""",
            run.Find<Ec2.SecurityGroup>("shop-security-load-balancer"));
    }

    [Fact]
    public async Task SecurityGroups_MinimalStack_AllowOnlyTheseConnections()
    {
        var run = await Run();

        Assert.Equal(
            ["shop-security-internet-to-load-balancer-80-ipv4", "shop-security-load-balancer-to-service-80"],
            Names<Vpc.SecurityGroupIngressRule>(run));
        Assert.Equal(
            ["shop-security-load-balancer-to-service-80", "shop-security-service-to-internet-443-ipv4"],
            Names<Vpc.SecurityGroupEgressRule>(run));
    }

    [Fact]
    public async Task SecurityGroups_RuleFromTheInternet_HasACidrBlock() => ResourceAssert.Inputs(
        """
        {
          "securityGroupId": "SecurityGroup:shop-security-load-balancer",
          "ipProtocol": "tcp",
          "fromPort": 80,
          "toPort": 80,
          "cidrIpv4": "0.0.0.0/0",
          "description": "internet to load-balancer on port 80"
        }
        """,
        (await Run()).Find<Vpc.SecurityGroupIngressRule>("shop-security-internet-to-load-balancer-80-ipv4"));

    [Fact]
    public async Task SecurityGroups_ConnectionBetweenGroups_IsARuleAtBothEnds()
    {
        var run = await Run(("service", """{"containerPort":8080}"""));

        foreach (var (rule, self, other) in new[]
        {
            (run.Find<Vpc.SecurityGroupEgressRule>("shop-security-load-balancer-to-service-8080"), "load-balancer", "service"),
            (run.Find<Vpc.SecurityGroupIngressRule>("shop-security-load-balancer-to-service-8080"), "service", "load-balancer"),
        })
        {
            ResourceAssert.Inputs(
                $$"""
                {
                  "securityGroupId": "SecurityGroup:shop-security-{{self}}",
                  "referencedSecurityGroupId": "SecurityGroup:shop-security-{{other}}",
                  "ipProtocol": "tcp",
                  "fromPort": 8080,
                  "toPort": 8080,
                  "description": "load-balancer to service on port 8080"
                }
                """,
                rule);
        }
    }

    [Fact]
    public async Task SecurityGroups_Database_AllowsOnlyTasksThatUseIt()
    {
        var run = await Run(
            ("database", Blocks.Database),
            ("service", """{"secrets":{"DATABASE_URL":{"from":"database.url"}}}"""),
            ("services", """{"worker":{"image":"worker:1"}}"""));

        var rule = Assert.Single(run.All<Vpc.SecurityGroupIngressRule>(), IsOfDatabase);
        Assert.Equal("SecurityGroup:shop-security-service", rule["referencedSecurityGroupId"]);
        Assert.Equal(5432.0, rule["fromPort"]);
        Assert.DoesNotContain(run.All<Vpc.SecurityGroupEgressRule>(), IsOfDatabase);

        static bool IsOfDatabase(RegisteredResource rule) => rule["securityGroupId"] is "SecurityGroup:shop-security-database";
    }

    [Fact]
    public async Task SecurityGroups_AllowedCidrs_ReplaceAnyAddress()
    {
        var run = await Run(("loadBalancer", """{"allowedCidrs":["203.0.113.0/24"]}"""), ("domain", Blocks.Domain));

        Assert.Equal(
            [
                "shop-security-internet-to-load-balancer-443-203.0.113.0-24",
                "shop-security-internet-to-load-balancer-80-203.0.113.0-24",
                "shop-security-load-balancer-to-service-80",
            ],
            Names<Vpc.SecurityGroupIngressRule>(run));
    }

    [Fact]
    public async Task SecurityGroups_DualStack_AllowIpv6ToTheLoadBalancer()
    {
        var run = await Run(("network", """{"dualStack":true}"""));

        var rule = run.Find<Vpc.SecurityGroupIngressRule>("shop-security-internet-to-load-balancer-80-ipv6");
        Assert.Equal("::/0", rule["cidrIpv6"]);
        Assert.False(rule.Has("cidrIpv4"));
        Assert.Single(run.All<Vpc.SecurityGroupEgressRule>(), egress => egress.Name == "shop-security-service-to-internet-443-ipv6");
    }

    [Fact]
    public async Task SecurityGroups_Authentication_AllowsTheLoadBalancerToCallTheProvider()
    {
        var run = await Run(("domain", Blocks.Domain), ("authentication", Blocks.Cognito));

        Assert.Contains("shop-security-load-balancer-to-internet-443-ipv4", Names<Vpc.SecurityGroupEgressRule>(run));
    }

    private static Task<StackRun> Run(params (string Key, string Json)[] changes) =>
        TestParts.Run(TestConfigs.With(changes), parts => _ = parts.SecurityGroups);

    private static IEnumerable<string> Names<T>(StackRun run)
        where T : Pulumi.Resource => run.All<T>().Select(rule => rule.Name).Order(StringComparer.Ordinal);
}
