using Infra.Networking;

namespace Infra.Tests.Networking;

public sealed class SubnetPlanTests
{
    public static TheoryData<string, int, string[], string[], string[]> Layouts => new()
    {
        {
            "10.0.0.0/16", 2,
            ["10.0.0.0/19", "10.0.64.0/19"],
            ["10.0.32.0/20", "10.0.96.0/20"],
            ["10.0.48.0/21", "10.0.112.0/21"]
        },
        {
            "10.0.0.0/16", 3,
            ["10.0.0.0/19", "10.0.64.0/19", "10.0.128.0/19"],
            ["10.0.32.0/20", "10.0.96.0/20", "10.0.160.0/20"],
            ["10.0.48.0/21", "10.0.112.0/21", "10.0.176.0/21"]
        },
        {
            "10.0.0.0/16", 4,
            ["10.0.0.0/19", "10.0.64.0/19", "10.0.128.0/19", "10.0.192.0/19"],
            ["10.0.32.0/20", "10.0.96.0/20", "10.0.160.0/20", "10.0.224.0/20"],
            ["10.0.48.0/21", "10.0.112.0/21", "10.0.176.0/21", "10.0.240.0/21"]
        },
        {
            "192.168.4.0/23", 2,
            ["192.168.4.0/26", "192.168.4.128/26"],
            ["192.168.4.64/27", "192.168.4.192/27"],
            ["192.168.4.96/28", "192.168.4.224/28"]
        },
        {
            "192.168.4.0/23", 3,
            ["192.168.4.0/26", "192.168.4.128/26", "192.168.5.0/26"],
            ["192.168.4.64/27", "192.168.4.192/27", "192.168.5.64/27"],
            ["192.168.4.96/28", "192.168.4.224/28", "192.168.5.96/28"]
        },
        {
            "192.168.4.0/23", 4,
            ["192.168.4.0/26", "192.168.4.128/26", "192.168.5.0/26", "192.168.5.128/26"],
            ["192.168.4.64/27", "192.168.4.192/27", "192.168.5.64/27", "192.168.5.192/27"],
            ["192.168.4.96/28", "192.168.4.224/28", "192.168.5.96/28", "192.168.5.224/28"]
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Create_ByVpcAndZoneCount_IsExact(string vpc, int zones, string[] @private, string[] @public, string[] isolated)
    {
        var plan = SubnetPlan.Create(Ipv4Cidr.Parse(vpc), zones);

        Assert.Equal(@private, plan.Private);
        Assert.Equal(@public, plan.Public);
        Assert.Equal(isolated, plan.Isolated);
    }

    [Fact]
    public void Create_ForEveryVpcSizeAndZoneCount_HasDisjointSubnetsInsideTheVpc()
    {
        var (plans, pairs) = (0, 0);
        for (var prefix = SubnetPlan.LargestPrefixLength; prefix <= SubnetPlan.SmallestPrefixLength; prefix++)
        {
            for (var zones = SubnetPlan.MinimumZones; zones <= SubnetPlan.MaximumZones; zones++)
            {
                var vpc = Ipv4Cidr.Parse($"10.0.0.0/{prefix}");
                var plan = SubnetPlan.Create(vpc, zones);
                var subnets = plan.Private.Concat(plan.Public).Concat(plan.Isolated).Select(Ipv4Cidr.Parse).ToList();

                Assert.Equal(3 * zones, subnets.Count);
                Assert.All(subnets, subnet => Assert.True(subnet.IsWithin(vpc)));
                Assert.All(Pairs(subnets), pair => Assert.False(pair.One.Overlaps(pair.Other), $"{pair.One} overlaps {pair.Other}"));
                plans++;
                pairs += Pairs(subnets).Count();
            }
        }

        Assert.Equal(8 * 3, plans);
        Assert.Equal(8 * (15 + 36 + 66), pairs);
    }

    [Fact]
    public void Create_FiveZones_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SubnetPlan.Create(Ipv4Cidr.Parse("10.0.0.0/16"), 5));

    private static IEnumerable<(Ipv4Cidr One, Ipv4Cidr Other)> Pairs(List<Ipv4Cidr> subnets) =>
        subnets.SelectMany((one, index) => subnets.Skip(index + 1).Select(other => (one, other)));
}
