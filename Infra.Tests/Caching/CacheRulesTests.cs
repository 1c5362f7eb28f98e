using Infra.Tests.Support;

namespace Infra.Tests.Caching;

public sealed class CacheRulesTests
{
    [Theory]
    [InlineData("""{"nodeType":null}""", "app:cache: set nodeType or serverless")]
    [InlineData("""{"serverless":{"maximumStorageGiB":2,"maximumEcpuPerSecond":5000}}""", "app:cache: serverless cannot be combined with nodeType")]
    [InlineData("""{"engineVersion":"8"}""", "app:cache.engineVersion: 8 has no minor version; add it, in quotes, such as \"8.0\"")]
    [InlineData("""{"multiAz":true}""", "app:cache.multiAz: needs replicas, so that another zone has a node to take over")]
    [InlineData("""{"snapshotWindow":"01:00-01:59"}""", "app:cache.snapshotWindow: 01:00-01:59 is shorter than 60 minutes")]
    [InlineData("""{"maintenanceWindow":"sun:03:00-sun:03:30"}""", "app:cache.maintenanceWindow: sun:03:00-sun:03:30 is shorter than 60 minutes")]
    [InlineData("""{"alarms":{"evictions":5}}""", "app:cache.alarms: needs app:alarms: without it there are no alarms")]
    public void Nodes_ThatAwsOrTheStackCannotMake_AreAProblem(string changes, string problem) => Assert.Equal([problem], Of(Blocks.Cache, changes));

    [Theory]
    [InlineData("""{"replicas":1,"multiAz":true}""")]
    [InlineData("""{"snapshotWindow":"01:00-02:00","maintenanceWindow":"sun:23:30-mon:00:30"}""")]
    [InlineData("""{"engineVersion":"7.2"}""")]
    public void Nodes_WithinTheLimits_AreAccepted(string changes) => Assert.Empty(Of(Blocks.Cache, changes));

    [Theory]
    [InlineData("""{"engineVersion":"8.1"}""", "engineVersion: 8.1 has a minor version, which AWS chooses for a serverless cache; use \"8\"")]
    [InlineData("""{"replicas":1}""", "replicas: cannot be combined with serverless: AWS replicates a serverless cache across zones itself")]
    [InlineData("""{"multiAz":true}""", "multiAz: cannot be combined with serverless: a serverless cache is always in several zones")]
    [InlineData("""{"finalSnapshot":true}""", "finalSnapshot: cannot be combined with serverless: the AWS provider takes none of a serverless cache")]
    [InlineData("""{"maintenanceWindow":"sun:03:00-sun:04:00"}""", "maintenanceWindow: cannot be combined with serverless: AWS updates a serverless cache without interruption")]
    [InlineData("""{"applyImmediately":true}""", "applyImmediately: cannot be combined with serverless: changes of a serverless cache apply at once")]
    public void Serverless_WithAKeyOfNodes_IsAProblem(string changes, string problem) =>
        Assert.Equal([$"app:cache.{problem}"], Of(Blocks.ServerlessCache, changes));

    [Theory]
    [InlineData(Blocks.Cache)]
    [InlineData(Blocks.ServerlessCache)]
    public void SnapshotWindow_WithoutSnapshots_IsAWarning(string block) => Assert.Equal(
        ["app:cache.snapshotWindow: has no effect: with snapshotRetentionDays 0 no snapshot is taken"],
        Warnings.Of(("cache", block), ("cache", """{"snapshotRetentionDays":0,"snapshotWindow":"01:00-02:00"}"""), ("service", """{"uses":["cache"]}""")));

    [Fact]
    public void Cache_InANetworkWithoutIsolatedSubnets_IsAProblem() => Assert.Equal(
        ["app:existingNetwork.isolatedSubnetIds: is required by app:cache"],
        Problems.Of(
            ("network", "-"), ("existingNetwork", Blocks.ExistingNetwork), ("existingNetwork", """{"isolatedSubnetIds":null}"""),
            ("cache", Blocks.Cache), ("service", """{"uses":["cache"]}""")));

    [Fact]
    public void AlarmsAndDashboard_OfJobsWithACache_HaveSomethingToShow() => Assert.Empty(Problems.Of(
        ("service", "-"), ("jobs", """{"report":{"image":"report:1","uses":["cache"]}}"""), ("cache", Blocks.Cache), ("alarms", "{}"), ("dashboard", "true")));

    private static IReadOnlyList<string> Of(string block, string changes) =>
        Problems.Of(("cache", block), ("cache", changes), ("service", """{"uses":["cache"]}"""));
}
