using Infra.Domains;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Domains;

public class HostedZoneTests
{
    [Fact]
    public async Task HostedZone_ByName_IsLookedUpAmongPublicZonesOnly()
    {
        var (run, id) = await Run("{}");

        var call = Assert.Single(run.Calls);
        Assert.Equal("aws:route53/getZone:getZone", call.Token);
        Assert.Equal("example.com", call.Args["name"]);
        Assert.Equal(false, call.Args["privateZone"]);
        Assert.Equal("zone-of-example.com", id);
    }

    [Fact]
    public async Task HostedZone_ById_NeedsNoLookup()
    {
        var (run, id) = await Run("""{"hostedZoneName":null,"hostedZoneId":"Z0123"}""");

        Assert.Empty(run.Calls);
        Assert.Equal("Z0123", id);
    }

    [Fact]
    public void HostedZone_WithoutDomain_IsNull() => Assert.Null(HostedZone.FindId(null));

    private static async Task<(StackRun Run, string Id)> Run(string changes)
    {
        Output<string>? id = null;
        var domain = TestConfigs.With(("domain", Blocks.Domain), ("domain", changes)).Domain;
        var run = await StackRun.OfComponent(context => id = HostedZone.FindId(domain));
        return (run, await OutputUtilities.GetValueAsync(id!));
    }
}
