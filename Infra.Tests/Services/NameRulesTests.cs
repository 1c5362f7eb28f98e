using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class NameRulesTests
{
    [Fact]
    public void DiscoveryName_IsThatOfOneService() => Assert.Equal(
        ["app:services.worker.discoveryName: api is the discoveryName of service too"],
        Problems.Of(
            ("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}"""),
            ("service", """{"discoveryName":"api"}"""),
            ("services", """{"other":{"image":"worker:1","discoveryName":"other"},"worker":{"image":"worker:1","discoveryName":"api"}}""")));
}
