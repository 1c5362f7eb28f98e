using Infra.Domains;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Domains;

public class DnsRecordsTests
{
    [Fact]
    public async Task DnsRecords_OneName_CreateOneAliasOfTheLoadBalancer()
    {
        var record = (await Run("{}")).Single<Route53.Record>();

        Assert.Equal("shop-dns-shop.example.com-a", record.Name);
        ResourceAssert.Inputs(
            """
            {
              "zoneId": "Z1",
              "name": "shop.example.com",
              "type": "A",
              "aliases": [{"name": "shop-lb.elb.amazonaws.com", "zoneId": "shop-lb-zone", "evaluateTargetHealth": false}]
            }
            """,
            record);
    }

    [Fact]
    public async Task DnsRecords_AlternativeNames_HaveARecordEach()
    {
        var run = await Run("""{"alternativeNames":["*.shop.example.com","www.example.com"]}""");

        Assert.Equal(["shop.example.com", "*.shop.example.com", "www.example.com"], run.All<Route53.Record>().Select(record => record["name"]));
        Assert.Contains(run.All<Route53.Record>(), record => record.Name == "shop-dns-wildcard.shop.example.com-a");
    }

    [Fact]
    public async Task DnsRecords_DualStack_HaveTypesAAndAaaa()
    {
        var run = await Run("{}", dualStack: true);

        Assert.Equal(["A", "AAAA"], run.All<Route53.Record>().Select(record => record["type"]));
        Assert.Equal("shop-lb.elb.amazonaws.com", run.Find<Route53.Record>("shop-dns-shop.example.com-aaaa")["aliases[0].name"]);
    }

    [Fact]
    public async Task DnsRecords_NearestRegion_UseLatencyRoutingAndTargetHealth() => ResourceAssert.Inputs(
        """
        {
          "zoneId": "Z1",
          "name": "shop.example.com",
          "type": "A",
          "setIdentifier": "eu-central-1",
          "latencyRoutingPolicies": [{"region": "eu-central-1"}],
          "aliases": [{"name": "shop-lb.elb.amazonaws.com", "zoneId": "shop-lb-zone", "evaluateTargetHealth": true}]
        }
        """,
        (await Run("""{"nearestRegion":true,"overwriteValidationRecords":true}""")).Single<Route53.Record>());

    private static Task<StackRun> Run(string changes, bool dualStack = false)
    {
        var config = TestConfigs.With(
            ("domain", Blocks.Domain), ("domain", changes), ("network", dualStack ? """{"dualStack":true}""" : "{}"));
        return TestParts.Run(config, parts => _ = new DnsRecords("shop-dns", new DnsRecordsArgs
        {
            Context = parts.Context,
            Domain = config.Domain!,
            HostedZoneId = Output.Create("Z1"),
            TargetName = parts.HttpEntry!.DnsName,
            TargetZoneId = parts.HttpEntry.ZoneId,
            IsDualStack = config.IsDualStack,
        }));
    }
}
