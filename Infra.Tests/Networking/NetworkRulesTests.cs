using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public sealed class NetworkRulesTests
{
    private const string Existing = """{"vpcId":"vpc-0a000000","publicSubnetIds":["subnet-0a000000","subnet-0b000000"]}""";

    [Fact]
    public void Network_OwnAndExistingMissing_IsRejected() =>
        Assert.Equal(["app:network: is required unless existingNetwork is set"], Problems.Of(("network", "-")));

    [Fact]
    public void Network_OwnAndExisting_IsRejected() =>
        Assert.Equal(["app:network: cannot be combined with existingNetwork"], Problems.Of(("existingNetwork", Existing)));

    [Fact]
    public void Network_ExistingOnly_IsAccepted() => Assert.Empty(Problems.Of(("network", "-"), ("existingNetwork", Existing)));

    [Theory]
    [InlineData("10.0.0.0/15", "10.0.0.0/15 is larger than a VPC may be; use /16 to /23")]
    [InlineData("10.0.0.0/24", "10.0.0.0/24 is too small for the subnets; use /16 to /23")]
    [InlineData("8.8.0.0/16", "8.8.0.0/16 is not private; use a range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")]
    [InlineData("172.32.0.0/16", "172.32.0.0/16 is not private; use a range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")]
    [InlineData("10.0.1.0/16", "\"10.0.1.0/16\" is not in canonical form; use 10.0.0.0/16")]
    [InlineData("10.0.0.0", "\"10.0.0.0\" is not an IPv4 range; use one such as 10.0.0.0/16")]
    [InlineData("2001:db8::/32", "\"2001:db8::/32\" is not an IPv4 range; use one such as 10.0.0.0/16")]
    public void VpcCidr_Invalid_IsRejectedWithTheFix(string cidr, string problem) =>
        Assert.Equal([$"app:network.cidr: {problem}"], Problems.Of(("network", $$"""{"cidr":"{{cidr}}"}""")));

    [Theory]
    [InlineData("10.0.0.0/16")]
    [InlineData("10.255.254.0/23")]
    [InlineData("172.16.0.0/16")]
    [InlineData("192.168.0.0/20")]
    public void VpcCidr_Private_IsAccepted(string cidr) => Assert.Empty(Problems.Of(("network", $$"""{"cidr":"{{cidr}}"}""")));

    [Theory]
    [InlineData("\"publicSubnetCidrs\":[\"10.0.0.0/24\",\"10.0.1.0/24\"]")]
    [InlineData("\"privateSubnetCidrs\":[\"10.0.0.0/24\",\"10.0.1.0/24\"]")]
    [InlineData("\"publicSubnetCidrs\":[\"10.0.0.0/24\",\"10.0.1.0/24\"],\"isolatedSubnetCidrs\":[\"10.0.2.0/24\",\"10.0.3.0/24\"]")]
    public void SubnetCidrs_OfSomeTiersOnly_AreRejected(string tiers) => Assert.Equal(
        ["app:network.publicSubnetCidrs: set all of publicSubnetCidrs, privateSubnetCidrs and isolatedSubnetCidrs, or none of them"],
        Problems.Of(("network", $$"""{{{tiers}}}""")));

    [Fact]
    public void SubnetCidrs_OfAllTiers_AreAccepted() => Assert.Empty(OfSubnets(
        """["10.0.0.0/27","10.0.0.32/27"]""", """["10.0.1.0/28","10.0.1.16/28"]""", """["10.0.2.0/24","10.0.255.0/24"]"""));

    [Fact]
    public void SubnetCidrs_NotOnePerZone_AreRejected() => Assert.Equal(
        [
            "app:network.publicSubnetCidrs: has 1 range for 2 zones; set one for each zone",
            "app:network.isolatedSubnetCidrs: has 3 ranges for 2 zones; set one for each zone",
        ],
        OfSubnets("""["10.0.0.0/24"]""", """["10.0.2.0/24","10.0.3.0/24"]""", """["10.0.4.0/24","10.0.5.0/24","10.0.6.0/24"]"""));

    [Theory]
    [InlineData("10.1.0.0/24", "10.1.0.0/24 is outside the VPC's range 10.0.0.0/16")]
    [InlineData("10.0.0.0/15", "10.0.0.0/15 is outside the VPC's range 10.0.0.0/16")]
    [InlineData("10.0.9.0/28", "10.0.9.0/28 is too small; use /27 or larger")]
    [InlineData("10.0.1.0/24", "10.0.1.0/24 overlaps the subnet 10.0.1.0/24")]
    [InlineData("10.0.0.0/23", "10.0.0.0/23 overlaps the subnet 10.0.1.0/24")]
    [InlineData("10.0.1.128/25", "10.0.1.128/25 overlaps the subnet 10.0.1.0/24")]
    [InlineData("10.0.9.9/24", "\"10.0.9.9/24\" is not in canonical form; use 10.0.9.0/24")]
    [InlineData("second", "\"second\" is not an IPv4 range; use one such as 10.0.16.0/24")]
    public void PublicSubnetCidr_Invalid_IsRejectedWithTheFix(string cidr, string problem) => Assert.Equal(
        [$"app:network.publicSubnetCidrs[1]: {problem}"],
        OfSubnets($"""["10.0.1.0/24","{cidr}"]""", """["10.0.2.0/24","10.0.3.0/24"]""", """["10.0.4.0/24","10.0.5.0/24"]"""));

    [Fact]
    public void SubnetCidrs_OverlappingAcrossTiers_AreRejected() => Assert.Equal(
        [
            "app:network.privateSubnetCidrs[1]: 10.0.0.0/28 overlaps the subnet 10.0.0.0/24",
            "app:network.isolatedSubnetCidrs[0]: 10.0.2.0/29 is too small; use /28 or larger",
        ],
        OfSubnets("""["10.0.0.0/24","10.0.1.0/24"]""", """["10.0.3.0/28","10.0.0.0/28"]""", """["10.0.2.0/29","10.0.4.0/24"]"""));

    [Fact]
    public void SubnetCidrs_WithInvalidZones_AreStillChecked() => Assert.Equal(
        ["app:network.zones: has 1 item; use 2 to 4 items", "app:network.privateSubnetCidrs[0]: 10.0.0.0/24 overlaps the subnet 10.0.0.0/24"],
        Problems.Of(("network", """
            {"zones":["eu-central-1a"],"publicSubnetCidrs":["10.0.0.0/24"],"privateSubnetCidrs":["10.0.0.0/24"],"isolatedSubnetCidrs":["10.0.1.0/24"]}
            """)));

    private static IReadOnlyList<string> OfSubnets(string @public, string @private, string isolated) => Problems.Of((
        "network", $$"""{"publicSubnetCidrs":{{@public}},"privateSubnetCidrs":{{@private}},"isolatedSubnetCidrs":{{isolated}}}"""));
}
