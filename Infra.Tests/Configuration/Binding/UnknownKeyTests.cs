using Infra.Configuration.Binding;
using Infra.Tests.Support;

namespace Infra.Tests.Configuration.Binding;

public sealed class UnknownKeyTests
{
    [Theory]
    [InlineData("containerInsights", "is not a top-level key; it belongs in cluster")]
    [InlineData("natGateways", "is not a top-level key; it belongs in network")]
    [InlineData("hostedZoneName", "is not a top-level key; it belongs in domain")]
    [InlineData("generatedLength", "is not a top-level key; it belongs in service.secrets.<name>, services.<name>.secrets.<name> or jobs.<name>.secrets.<name>")]
    [InlineData(
        "monitoring",
        "is not a known key; see docs/configuration.md")]
    [InlineData("backupSchedule", "is not a known key; did you mean backup? Otherwise, see docs/configuration.md")]
    public void TopLevelKey_Unknown_NamesItsBlock(string key, string problem) => Assert.Equal([$"app:{key}: {problem}"], Problems.Of((key, "{}")));

    [Theory]
    [InlineData("""{"scheme":"internal"}""", "app:service.scheme: is not a key of this block; it belongs in loadBalancer or networkLoadBalancer")]
    [InlineData("""{"healthCheck":{"sped":1}}""", "app:service.healthCheck.sped: is not a known key; the keys are path, statusCodes, intervalSeconds, timeoutSeconds, healthyThreshold and unhealthyThreshold")]
    [InlineData("""{"desiredTasks":2}""", "app:service.desiredTasks: is not a known key; did you mean desiredCount? Otherwise, see docs/configuration.md")]
    public void KeyInABlock_Unknown_NamesItsBlock(string service, string problem) => Assert.Equal([problem], Problems.Of(("service", service)));

    [Fact]
    public void DefaultedBlock_HasNoRequiredKeys()
    {
        var blocks = ConfigType.Of(typeof(StackConfig)).Members.Where(member => !member.IsRequired && !member.IsNullable && member.Type.Kind is ConfigKind.Block).ToList();

        Assert.Equal(["loadBalancer", "networkLoadBalancer", "cluster", "costs"], blocks.Select(block => block.Name));
        Assert.All(blocks, block => Assert.DoesNotContain(block.Type.Members, member => member.IsRequired));
    }
}
