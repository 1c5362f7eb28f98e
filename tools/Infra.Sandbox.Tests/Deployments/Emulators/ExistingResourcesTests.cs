using Infra.Sandbox.Deployments.Emulators;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Emulators;

public sealed class ExistingResourcesTests
{
    private const string TargetGroup = """{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b"}""";

    [Fact]
    public void StackWithItsOwnNetwork_HasNoExistingResources() => Assert.Null(ExistingResources.In(TestConfigs.Minimal));

    [Fact]
    public void Subnets_OfATier_AreInTwoZones()
    {
        var existing = ExistingResources.In(With())!;

        Assert.Equal("vpc-0a000000", existing.VpcId);
        Assert.Equal(
            ["subnet-0a100000 0", "subnet-0a200000 1", "subnet-0b100000 0", "subnet-0b200000 1", "subnet-0c100000 0", "subnet-0c200000 1"],
            existing.Subnets.Select(subnet => $"{subnet.Id} {subnet.Zone}"));
        Assert.Null(existing.LoadBalancer);
    }

    [Fact]
    public void SubnetInTwoTiers_IsCreatedOnce() => Assert.Equal(
        ["subnet-0a100000", "subnet-0a200000", "subnet-0b100000", "subnet-0b200000"],
        ExistingResources.In(With(("existingNetwork", """{"isolatedSubnetIds":["subnet-0b100000","subnet-0b200000"]}""")))!.Subnets
            .Select(subnet => subnet.Id));

    [Fact]
    public void DefaultVpc_HasNoIdAndNoSubnets()
    {
        var existing = ExistingResources.In(With(("existingNetwork", "-"), ("existingNetwork", """{"default":true}""")))!;

        Assert.Null(existing.VpcId);
        Assert.Empty(existing.Subnets);
        Assert.False(existing.HasInternetGateway);
    }

    [Fact]
    public void NewSubnets_RequireGatewaysAndAMatchingRange()
    {
        const string NewSubnets = """
            {
              "vpcId": "vpc-0a000000",
              "newSubnets": {
                "zones": ["eu-central-1a", "eu-central-1b"],
                "publicCidrs": ["10.9.0.0/27", "10.9.0.32/27"],
                "privateCidrs": ["10.9.1.0/27", "10.9.1.32/27"],
                "natGatewayIds": ["nat-0a"]
              }
            }
            """;
        var existing = ExistingResources.In(With(("existingNetwork", "-"), ("existingNetwork", NewSubnets)))!;

        Assert.Equal("10.9.0.0/16", $"{existing.Range}");
        Assert.True(existing.HasInternetGateway);
        Assert.Equal("nat-0a", Assert.Single(existing.NatGatewayIds));
        Assert.Equal([0, 1], existing.Subnets.Select(subnet => subnet.Zone));
    }

    [Theory]
    [InlineData("{}", "443 True")]
    [InlineData("""{"listenerPort":80}""", "80 False")]
    [InlineData("""{"listenerPort":8443,"httpRedirectPort":8080}""", "8443 True, 8080 False")]
    public void Listeners_AreThoseOfTheStackFile(string changes, string listeners)
    {
        var balancer = Balancer(changes);

        Assert.Equal(listeners, string.Join(", ", balancer.Listeners.Select(listener => $"{listener.Port} {listener.IsHttps}")));
        Assert.Equal(("shared", "sg-0a000000", null), (balancer.Name, balancer.SecurityGroupId, balancer.TargetGroupArn));
    }

    [Fact]
    public void TargetGroup_IsThatOfTheStackFile() => Assert.EndsWith(":targetgroup/shop/0a1b", Balancer(TargetGroup).TargetGroupArn);

    [Theory]
    [InlineData("""{}""", false, "subnet-0a100000 subnet-0a200000")]
    [InlineData("""{"publicSubnetIds":null}""", true, "subnet-0b100000 subnet-0b200000")]
    public void LoadBalancer_WithPublicSubnets_IsPublic(string network, bool isInternal, string subnets)
    {
        var balancer = Balancer("{}", ("existingNetwork", network), ("service", """{"subnets":"private"}"""));

        Assert.Equal(isInternal, balancer.IsInternal);
        Assert.Equal(subnets.Split(' '), balancer.SubnetIds);
    }

    private static ExistingBalancer Balancer(string changes, params (string Key, string Json)[] others) => ExistingResources.In(With(
    [
        ("domain", Blocks.Domain), ("existingLoadBalancer", Blocks.ExistingLoadBalancer), ("existingLoadBalancer", changes),
        ("service", changes.Contains("targetGroupArn", StringComparison.Ordinal) ? "{}" : Blocks.SharedService), .. others,
    ]))!.LoadBalancer!;

    private static StackConfig With(params (string Key, string Json)[] changes) =>
        TestConfigs.With([("network", "-"), ("existingNetwork", Blocks.ExistingNetwork), .. changes]);
}
