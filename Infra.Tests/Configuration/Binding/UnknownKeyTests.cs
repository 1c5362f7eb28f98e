using Infra.Configuration.Binding;
using Infra.Tests.Support;

namespace Infra.Tests.Configuration.Binding;

/// <summary>A key that a block does not have: the message is short enough to read, and helps.</summary>
public sealed class UnknownKeyTests
{
    [Theory]
    [InlineData("containerInsights", "unknown key here; it is a key of cluster")]
    [InlineData("natGateways", "unknown key here; it is a key of network")]
    [InlineData("hostedZoneName", "unknown key here; it is a key of domain")]
    [InlineData("generatedLength", "unknown key here; it is a key of service.secrets.<name>, services.<name>.secrets.<name> or jobs.<name>.secrets.<name>")]
    [InlineData(
        "monitoring",
        "unknown key; the README lists the keys of this block")]
    [InlineData("backupSchedule", "unknown key; did you mean backup? If not, the README lists the keys of this block")]
    public void TopLevelKey_IsTraced(string key, string problem) => Assert.Equal([$"app:{key}: {problem}"], Problems.Of((key, "{}")));

    [Theory]
    [InlineData("""{"scheme":"internal"}""", "app:service.scheme: unknown key here; it is a key of loadBalancer or networkLoadBalancer")]
    [InlineData("""{"healthCheck":{"sped":1}}""", "app:service.healthCheck.sped: unknown key; the keys are path, statusCodes, intervalSeconds, timeoutSeconds, healthyThreshold and unhealthyThreshold")]
    [InlineData("""{"desiredTasks":2}""", "app:service.desiredTasks: unknown key; did you mean desiredCount? If not, the README lists the keys of this block")]
    public void KeyInABlock_IsTraced(string service, string problem) => Assert.Equal([problem], Problems.Of(("service", service)));

    [Fact]
    public void OptionalBlock_WithADefault_HasNoRequiredKeys()
    {
        var blocks = ConfigType.Of(typeof(StackConfig)).Members.Where(member => !member.IsRequired && !member.IsNullable && member.Type.Kind is ConfigKind.Block).ToList();

        Assert.Equal(["loadBalancer", "networkLoadBalancer", "cluster"], blocks.Select(block => block.Name));
        Assert.All(blocks, block => Assert.DoesNotContain(block.Type.Members, member => member.IsRequired));
    }
}
