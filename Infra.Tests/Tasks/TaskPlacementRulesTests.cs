using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class TaskPlacementRulesTests
{
    private const string OnInstances = """ "capacityProviders":{"big":{"weight":1}}""";

    [Theory]
    [InlineData($$"""{"subnets":"private",{{OnInstances}}}""", null)]
    [InlineData($$"""{"networkMode":"host","subnets":"private",{{OnInstances}}}""", null)]
    [InlineData($$"""{"subnets":"private","cpuUnits":128,"memoryMiB":200,{{OnInstances}}}""", null)]
    [InlineData($$"""{"subnets":"private","cpuUnits":127,{{OnInstances}}}""", "cpuUnits: 127 is too low; use 128 or more")]
    [InlineData($$"""{{{OnInstances}}}""",
        "subnets: public gives tasks on instances no public IP address, so they have no route to the internet; use private, or networkMode host")]
    [InlineData("""{"networkMode":"host"}""",
        "networkMode: host requires capacityProviders of cluster.instances: Fargate tasks always use awsvpc")]
    [InlineData("""{"subnets":"private","capacityProviders":{"bag":{"weight":1}}}""",
        "capacityProviders.bag: bag is not in app:cluster.instances; did you mean big?")]
    [InlineData("""{"subnets":"private","capacityProviders":{"big":{"weight":1},"FARGATE":{"weight":1}}}""",
        "capacityProviders: cannot mix Fargate and instances; use two services")]
    [InlineData($$"""{"subnets":"private","ephemeralStorageGiB":50,{{OnInstances}}}""",
        "ephemeralStorageGiB: applies to Fargate only; on instances set cluster.instances.<name>.rootVolumeGiB")]
    [InlineData($$"""{"subnets":"private","architecture":"arm64",{{OnInstances}}}""",
        "architecture: arm64 does not match the instances of big, which are x86_64")]
    public void Service_OnInstances_IsChecked(string service, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.{problem}"], Of("x86_64", "m7i.large", ("service", service)));

    [Fact]
    public void Job_OnInstances_OtherArchitecture_IsRefused() => Assert.Equal(
        ["app:jobs.report.architecture: x86_64 does not match the instances of big, which are arm64"],
        Of("arm64", "m7g.large", ("jobs", $$$"""{"report":{"subnets":"private","architecture":"x86_64",{{{OnInstances}}}}}""")));

    [Fact]
    public void Job_OnInstances_InPublicSubnets_IsRefused() => Assert.Equal(
        ["app:jobs.report.subnets: public gives tasks on instances no public IP address, so they have no route to the internet; use private, or networkMode host"],
        Of("x86_64", "m7i.large", ("jobs", $$$"""{"report":{{{{OnInstances}}}}}""")));

    [Theory]
    [InlineData("buckets", """{"results":"read"}""", "buckets", $$"""{"results":{{Blocks.Bucket}}}""", null)]
    [InlineData("buckets", """{"result":"read"}""", "buckets", $$"""{"results":{{Blocks.Bucket}}}""", "result is not in app:buckets; did you mean results?")]
    [InlineData("buckets", """{"other":"read"}""", "buckets", $$"""{"results":{{Blocks.Bucket}}}""", "other is not in app:buckets; use results")]
    [InlineData("queues", """{"work":"send"}""", "queues", "{}", "work is not in app:queues, which is empty")]
    [InlineData("queues", """{"work":"receive"}""", "queues", """{"work":{"fifo":true}}""", null)]
    public void BucketsAndQueues_Unknown_AreRefused(string key, string access, string block, string content, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.{key}.{access.Split('"')[1]}: {problem}"],
        Problems.Of((block, content), ("service", $$"""{"{{key}}":{{access}}}""")));

    [Fact]
    public void ReadOnlyRoot_WithScratchSpace_IsAccepted() => Assert.Empty(
        Problems.Of(("service", """{"readonlyRootFilesystem":true,"volumes":{"tmp":{"mountPath":"/tmp"}}}""")));

    private static IReadOnlyList<string> Of(string architecture, string instanceType, params (string Key, string Json)[] changes) => Problems.Of(
    [
        ("network", """{"natGateways":"single"}"""),
        ("cluster", $$$"""
            {
              "containerInsights": "disabled",
              "instances": {
                "big": {"instanceType": "{{{instanceType}}}", "architecture": "{{{architecture}}}", "maximumInstances": 4, "subnets": "private"}
              }
            }
            """),
        .. changes,
    ]);

    [Fact]
    public void HostMode_Warns() => Assert.Equal(
        ["app:service.networkMode: host gives containers the instance role and access to every open port of the instance; use awsvpc unless they need the instance's network"],
        Problems.WarningsOf(
            ("network", """{"natGateways":"single"}"""),
            ("cluster", """{"containerInsights":"disabled","instances":{"big":{"instanceType":"t3.large","maximumInstances":2,"subnets":"private"}}}"""),
            ("service", """{"networkMode":"host","subnets":"private","capacityProviders":{"big":{"weight":1}}}""")));
}
