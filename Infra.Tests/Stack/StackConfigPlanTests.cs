using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Plans that follow from the values of a stack file.</summary>
public sealed class StackConfigPlanTests
{
    private const string Domain = """{"name":"shop.example.com","hostedZoneName":"example.com","alternativeNames":["www.example.com"]}""";

    private const string Database = """
        {"engineVersion":17,"instanceClass":"db.t4g.micro","name":"shop","username":"shop","allocatedStorageGiB":20,"maxAllocatedStorageGiB":50,
         "multiAz":false,"backupRetentionDays":1,"deletionProtection":false,"finalSnapshot":false,"tls":"require","port":5433}
        """;

    [Fact]
    public void MinimalStack_PlansHttpAndNothingElse()
    {
        var traffic = TestConfigs.Minimal.PlanTraffic();

        var task = Assert.Single(traffic.Tasks);
        Assert.Equal(80, task.WebPort);
        Assert.Equal([443], task.EgressPorts);
        Assert.False(traffic.Web!.HasCertificate || traffic.HasEndpoints || traffic.IsDualStack);
        Assert.Empty(traffic.Web.IdentityProviderPorts);
        Assert.Empty(traffic.Web.TestListeners);
        Assert.Empty(traffic.Parts);
        Assert.Null(traffic.Web.SourceCidrs);
    }

    // Browsers go to the other addresses.
    [Fact]
    public void OidcProvider_OnOtherPorts_IsCalledThere() => Assert.Equal(
        [443, 8443],
        TestConfigs.With(
            ("domain", Domain),
            ("oidcSecret", "secret:hunter2"),
            ("authentication", Blocks.Oidc
                .Replace("login.example.com/token", "login.example.com:8443/token", StringComparison.Ordinal)
                .Replace("login.example.com/authorize", "login.example.com:9443/authorize", StringComparison.Ordinal)))
            .PlanTraffic().Web!.IdentityProviderPorts);

    [Fact]
    public void FullStack_PlansTrafficForEveryPart()
    {
        var traffic = TestConfigs.With(
            ("network", """{"interfaceEndpoints":["logs"],"dualStack":true}"""),
            ("domain", Domain),
            ("loadBalancer", """{"allowedCidrs":["203.0.113.0/24"]}"""),
            ("authentication", """{"userPool":{"domainPrefix":"shop","deletionProtection":false}}"""),
            ("database", Database),
            ("service", """{"containerPort":8080,"egressPorts":[443,587]}""")).PlanTraffic();

        Assert.Equal(8080, traffic.Tasks[0].WebPort);
        Assert.True(traffic.Web!.HasCertificate && traffic.HasEndpoints && traffic.IsDualStack);
        Assert.Equal([443], traffic.Web.IdentityProviderPorts);
        Assert.Equal(["database"], traffic.Parts.Select(part => part.Name));
        Assert.Equal(["203.0.113.0/24"], traffic.Web.SourceCidrs);
        Assert.Equal([443, 587], traffic.Tasks[0].EgressPorts);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void DualStack_IsThatOfTheNetworkInUse(string dualStack, bool expected)
    {
        var own = TestConfigs.With(("network", $$"""{"dualStack":{{dualStack}}}"""));
        var existing = TestConfigs.With(
            ("network", "-"),
            ("existingNetwork", $$"""{"vpcId":"vpc-0a000000","publicSubnetIds":["subnet-0a000000","subnet-0b000000"],"dualStack":{{dualStack}}}"""));

        Assert.Equal(expected, own.IsDualStack);
        Assert.Equal(expected, existing.IsDualStack);
    }

    [Fact]
    public void SubnetPlan_IsMadeFromTheRangeAndTheZones()
    {
        var plan = TestConfigs.Minimal.Network!.SubnetPlan;

        Assert.Equal(["10.0.0.0/19", "10.0.64.0/19"], plan.Private);
        Assert.Equal(["10.0.32.0/20", "10.0.96.0/20"], plan.Public);
        Assert.Equal(["10.0.48.0/21", "10.0.112.0/21"], plan.Isolated);
    }

    [Fact]
    public void SubnetPlan_IsTheGivenOne()
    {
        var plan = TestConfigs.With(("network", """
            {"publicSubnetCidrs":["10.0.0.0/24","10.0.1.0/24"],"privateSubnetCidrs":["10.0.2.0/24","10.0.3.0/24"],
             "isolatedSubnetCidrs":["10.0.4.0/24","10.0.5.0/24"]}
            """)).Network!.SubnetPlan;

        Assert.Equal(["10.0.0.0/24", "10.0.1.0/24"], plan.Public);
        Assert.Equal(["10.0.2.0/24", "10.0.3.0/24"], plan.Private);
        Assert.Equal(["10.0.4.0/24", "10.0.5.0/24"], plan.Isolated);
    }

    [Fact]
    public void Names_BeginWithTheDomainsOwn() =>
        Assert.Equal(["shop.example.com", "www.example.com"], TestConfigs.With(("domain", Domain)).Domain!.Names);

    [Fact]
    public void ContainerHealthCheck_BecomesAPlan() => Assert.Equal(
        new ContainerHealthCheck("curl localhost", 20, 4, 2, 10),
        new ContainerHealthCheckConfig
        {
            Command = "curl localhost",
            IntervalSeconds = 20,
            TimeoutSeconds = 4,
            Retries = 2,
            StartPeriodSeconds = 10,
        }.Plan());
}
