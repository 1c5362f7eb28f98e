using Infra.LoadBalancing;
using Infra.Tests.Support;
using Pulumi.Utilities;

namespace Infra.Tests.LoadBalancing;

public class HttpEntryTests
{
    [Theory]
    [InlineData("-", "shop-lb.elb.amazonaws.com", "http://shop-lb.elb.amazonaws.com")]
    [InlineData(Blocks.Domain, "shop.example.com", "https://shop.example.com")]
    public async Task ServiceAddress_ByDomain_IsTheDomainOrTheLoadBalancer(string domain, string host, string url)
    {
        ServiceAddress? address = null;
        await TestParts.Run(TestConfigs.With(("domain", domain)), parts => address = ServiceAddress.Create(parts.Config.Domain, parts.LoadBalancer!.DnsName));

        Assert.Equal(host, await OutputUtilities.GetValueAsync(address!.Host));
        Assert.Equal(url, await OutputUtilities.GetValueAsync(address.Url));
    }
}
