using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Clusters;

public sealed class ClusterValueTests
{
    [Theory]
    [InlineData("""{"instanceType":"u-6tb1.112xlarge","minimumInstances":0,"maximumInstances":1}""")]
    [InlineData("""{"targetCapacityPercent":1,"rootVolumeGiB":16384,"maximumInstances":1000,"minimumInstances":1000}""")]
    public void Value_WithinItsLimits_IsAccepted(string instances) => Assert.Empty(ProblemsOf("big", instances));

    [Theory]
    [InlineData("""{"instanceType":"large"}""", "instanceType: \"large\" is not valid; use an EC2 instance type such as t4g.small")]
    public void InstanceType_Invalid_IsRefused(string instances, string problem) =>
        Assert.Equal([$"app:cluster.instances.big.{problem}"], ProblemsOf("big", instances));

    [Theory]
    [InlineData("FARGATE")]
    [InlineData("a23456789b123456789c1")]
    public void InstancesName_Invalid_IsRefused(string name) => Assert.Equal(
        [$"app:cluster.instances.{name}: is not a valid name; use up to 20 lower-case letters, digits and single dashes, a letter first"],
        ProblemsOf(name, "{}"));

    [Fact]
    public void Namespace_ThatIsNoDomainName_IsRefused() => Assert.Equal(
        ["app:cluster.namespace: \"internal\" is not valid; use a lower-case domain name such as shop.internal"],
        Problems.Of(("cluster", """{"containerInsights":"disabled","namespace":"internal"}""")));

    private static IReadOnlyList<string> ProblemsOf(string name, string instances)
    {
        var block = JsonNode.Parse("""{"instanceType":"m7i.large","maximumInstances":4,"subnets":"public"}""")!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(instances)!.AsObject())
        {
            block[key] = value?.DeepClone();
        }

        return Problems.Of(("cluster", $$$"""{"containerInsights":"disabled","instances":{"{{{name}}}":{{{block.ToJsonString()}}} } }"""));
    }
}
