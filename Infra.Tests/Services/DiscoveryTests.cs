using Infra.Clusters;
using Infra.Services;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Services;

public class DiscoveryTests
{
    [Fact]
    public async Task Namespace_IsPrivateZoneOfVpc()
    {
        var run = await RunNamespace("""{"namespace":"shop.internal"}""");

        ResourceAssert.Kinds(run, "PrivateDnsNamespace");
        ResourceAssert.Inputs("""{"name":"shop.internal","vpc":"vpc-0a000000"}""", run.Single<ServiceDiscovery.PrivateDnsNamespace>());
        var space = run.Component<DiscoveryNamespace>();
        Assert.Equal("PrivateDnsNamespace:shop-discovery", await OutputUtilities.GetValueAsync(space.NamespaceId));
        Assert.Equal("shop.internal", await OutputUtilities.GetValueAsync(space.DomainName));
    }

    [Fact]
    public async Task Service_HasARecordsOfTasks()
    {
        var run = await RunService();

        ResourceAssert.Kinds(run, "Service");
        ResourceAssert.Inputs(
            """
            {
              "name": "api",
              "dnsConfig": {"namespaceId": "ns-1", "routingPolicy": "MULTIVALUE", "dnsRecords": [{"type": "A", "ttl": 10}]},
              "healthCheckCustomConfig": {"failureThreshold": 1},
              "forceDestroy": true
            }
            """,
            run.Single<ServiceDiscovery.Service>());
    }

    [Fact]
    public async Task Service_Arn_IsOutput() => Assert.Equal(
        "arn:Service:shop-discovery-api", await OutputUtilities.GetValueAsync((await RunService()).Component<DiscoveryService>().Arn));

    private static Task<StackRun> RunNamespace(string cluster) => TestParts.Run(
        TestConfigs.With(("cluster", """{"containerInsights":"disabled"}"""), ("cluster", cluster)),
        parts => _ = parts.Discovery);

    private static Task<StackRun> RunService() => TestParts.Run(TestConfigs.Minimal, parts => _ = new DiscoveryService(
        "shop-discovery-api",
        new DiscoveryServiceArgs { NamespaceId = Output.Create("ns-1"), DiscoveryName = "api" },
        new ComponentResourceOptions()));
}
