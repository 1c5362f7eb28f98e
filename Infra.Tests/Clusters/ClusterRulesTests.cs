using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Clusters;

public sealed class ClusterRulesTests
{
    private const string Nat = """{"natGateways":"single"}""";

    [Fact]
    public void PrivateInstances_WithANatGateway_AreAccepted() => Assert.Empty(ProblemsOf("{}", ("network", Nat)));

    [Fact]
    public void PublicInstances_WithoutANatGateway_AreAccepted() => Assert.Empty(ProblemsOf("""{"subnets":"public"}"""));

    [Fact]
    public void PrivateInstances_WithoutARouteToEcs_AreRefused() => Assert.Equal(
        [
            "app:cluster.instances.big.subnets: private instances have no route to ECS with network.natGateways none; set it to single or onePerZone, "
                + "or add ecs-agent and ecs-telemetry to network.interfaceEndpoints",
        ],
        ProblemsOf("{}", ("network", """{"interfaceEndpoints":["ecs"]}""")));

    [Fact]
    public void PrivateInstances_WithEndpoints_AreAccepted() =>
        Assert.Empty(ProblemsOf("{}", ("network", """{"interfaceEndpoints":["ecs","ecs-agent","ecs-telemetry"]}""")));

    [Theory]
    [InlineData("m7g.large", "arm64", null)]
    [InlineData("m7g.large", "x86_64", "x86_64 does not fit instanceType m7g.large, which is arm64")]
    [InlineData("m7i.large", "arm64", "arm64 does not fit instanceType m7i.large, which is x86_64")]
    public void Architecture_OtherThanThatOfTheInstanceType_IsRefused(string instanceType, string architecture, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:cluster.instances.big.architecture: {problem}"],
        ProblemsOf($$"""{"instanceType":"{{instanceType}}","architecture":"{{architecture}}"}""", ("network", Nat)));

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "5 is more than maximumInstances 4")]
    public void MinimumInstances_MoreThanTheMaximum_IsRefused(int minimum, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:cluster.instances.big.minimumInstances: {problem}"],
        ProblemsOf($$"""{"minimumInstances":{{minimum}}}""", ("network", Nat)));

    [Theory]
    [InlineData("""{"cpuPercent":60,"minimumInstances":1}""", null)]
    [InlineData("""{"cpuPercent":60,"minimumInstances":1,"targetCapacityPercent":100}""", "targetCapacityPercent: cannot be combined with cpuPercent")]
    [InlineData("""{"cpuPercent":60}""", "cpuPercent: needs minimumInstances 1 or more: without an instance there is no CPU load to scale by")]
    [InlineData("""{"cpuPercent":60,"minimumInstances":4}""", "cpuPercent: has no effect with minimumInstances and maximumInstances 4; raise maximumInstances or remove it")]
    [InlineData("""{"minimumInstances":4,"targetCapacityPercent":100}""", null)]
    public void CpuPercent_WithoutARangeToScaleInOrWithTargetCapacity_IsRefused(string json, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:cluster.instances.big.{problem}"], ProblemsOf(json, ("network", Nat)));

    [Theory]
    [InlineData("public", "public")]
    [InlineData("private", "private")]
    public void ExistingNetwork_WithoutTheSubnetsOfTheInstances_IsRefused(string tier, string missing) => Assert.Equal(
        [$"app:existingNetwork.{missing}SubnetIds: is required by cluster.instances.big.subnets {tier}"],
        ProblemsOf(
            $$"""{"subnets":"{{tier}}"}""",
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingNetwork", $$"""{"{{missing}}SubnetIds":null}"""),
            ("loadBalancer", $$"""{"scheme":"{{(tier == "public" ? "internal" : "internetFacing")}}"}"""),
            ("service", $$"""{"subnets":"{{(tier == "public" ? "private" : "public")}}"}""")));

    [Theory]
    [InlineData("shop.internal", null)]
    [InlineData("op.example.com", null)]
    [InlineData("example.com", "example.com would hide shop.example.com from everything inside the VPC; use another name")]
    [InlineData("shop.example.com", "shop.example.com would hide shop.example.com from everything inside the VPC; use another name")]
    public void Namespace_ThatHidesTheDomain_IsRefused(string name, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:cluster.namespace: {problem}"],
        Problems.Of(("domain", Blocks.Domain), ("cluster", $$"""{"containerInsights":"disabled","namespace":"{{name}}"}""")));

    private static IReadOnlyList<string> ProblemsOf(string instances, params (string Key, string Json)[] changes) => Problems.Of(
    [
        .. changes,
        ("cluster", $$$"""{"containerInsights":"disabled","instances":{"big":{{{Merged(instances)}}} } }"""),
    ]);

    private static string Merged(string changes)
    {
        var block = JsonNode.Parse(Blocks.Instances)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(changes)!.AsObject())
        {
            block[key] = value?.DeepClone();
        }

        return block.ToJsonString();
    }
}
