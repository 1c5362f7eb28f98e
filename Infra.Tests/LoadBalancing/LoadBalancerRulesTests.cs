using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class LoadBalancerRulesTests
{
    private const string DualStack = """{"dualStack":true}""";

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("203.0.113.0/24")]
    [InlineData("203.0.113.7/32")]
    public void AllowedCidr_Ipv4_IsAccepted(string cidr) => Assert.Empty(Of(cidr));

    [Theory]
    [InlineData("2001:db8::/32")]
    [InlineData("::/0")]
    public void AllowedCidr_Ipv6_NeedsDualStack(string cidr)
    {
        Assert.Empty(Of(cidr, ("network", DualStack)));
        Assert.Equal([$"app:loadBalancer.allowedCidrs[0]: {cidr} is IPv6, but network.dualStack is off"], Of(cidr));
    }

    [Fact]
    public void AllowedCidr_Ipv6InExistingNetwork_NeedsItsDualStack() => Assert.Equal(
        ["app:loadBalancer.allowedCidrs[0]: ::/0 is IPv6, but existingNetwork.dualStack is off"],
        Of("::/0", ("network", "-"), ("existingNetwork", """{"vpcId":"vpc-0a000000","publicSubnetIds":["subnet-0a000000","subnet-0b000000"]}""")));

    [Theory]
    [InlineData("203.0.113.7", "\"203.0.113.7\" is not an IPv4 range; use one such as 203.0.113.0/24")]
    [InlineData("203.0.113.7/24", "\"203.0.113.7/24\" is not in canonical form; use 203.0.113.0/24")]
    [InlineData("office", "\"office\" is not an IPv4 range; use one such as 203.0.113.0/24")]
    [InlineData("2001:db8::1/32", "\"2001:db8::1/32\" is not in canonical form; use 2001:db8::/32")]
    [InlineData("2001:DB8::/32", "\"2001:DB8::/32\" is not in canonical form; use 2001:db8::/32")]
    [InlineData("2001:db8::", "\"2001:db8::\" is not an IPv6 range; use one such as 2001:db8::/32")]
    public void AllowedCidr_Invalid_IsRejectedWithTheFix(string cidr, string problem) =>
        Assert.Equal([$"app:loadBalancer.allowedCidrs[0]: {problem}"], Of(cidr, ("network", DualStack)));

    [Fact]
    public void AllowedCidrs_SeveralInvalid_AreAllReported() => Assert.Equal(
        [
            "app:loadBalancer.allowedCidrs[0]: \"home\" is not an IPv4 range; use one such as 203.0.113.0/24",
            "app:loadBalancer.allowedCidrs[2]: \"office\" is not an IPv4 range; use one such as 203.0.113.0/24",
        ],
        Problems.Of(("loadBalancer", """{"allowedCidrs":["home","10.0.0.0/8","office"]}""")));

    private static IReadOnlyList<string> Of(string cidr, params (string Key, string Json)[] changes) =>
        Problems.Of([("loadBalancer", $$"""{"allowedCidrs":["{{cidr}}"]}"""), .. changes]);
}
