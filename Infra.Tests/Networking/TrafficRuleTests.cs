using Infra.Networking;

namespace Infra.Tests.Networking;

public sealed class TrafficRuleTests
{
    [Theory]
    [InlineData(null, false, "service-to-database-5432")]
    [InlineData("0.0.0.0/0", false, "service-to-database-5432-ipv4")]
    [InlineData("::/0", true, "service-to-database-5432-ipv6")]
    [InlineData("2001:db8::/32", true, "service-to-database-5432-2001-db8---32")]
    public void NameAndAddressFamily_ByCidr_AreExact(string? cidr, bool isIpv6, string name)
    {
        var rule = new TrafficRule(TrafficPeer.Service, TrafficPeer.OfPart("database"), 5432) { Cidr = cidr };

        Assert.Equal(isIpv6, rule.IsIpv6);
        Assert.Equal(name, rule.Name);
        Assert.Equal("service to database on port 5432", rule.Description);
    }

    [Fact]
    public void Name_WithPortRange_ContainsBothEnds()
    {
        var rule = new TrafficRule(TrafficPeer.OfService("api"), TrafficPeer.OfJob("report"), new PortRange(9100, 9155));

        Assert.Equal("service-api-to-job-report-9100-9155", rule.Name);
        Assert.Equal("service-api to job-report on port 9100-9155", rule.Description);
    }
}
