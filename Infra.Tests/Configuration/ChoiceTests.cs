using Infra.Configuration;
using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration;

/// <summary>How the choices are written in a stack file: another spelling breaks the files of those who use it.</summary>
public sealed class ChoiceTests
{
    private static readonly Dictionary<Type, string[]> Spellings = new()
    {
        [typeof(Architecture)] = ["x86_64", "arm64"],
        [typeof(BucketAccess)] = ["none", "read", "readWrite"],
        [typeof(ContainerInsights)] = ["disabled", "enabled", "enhanced"],
        [typeof(DatabaseInsights)] = ["none", "standard", "advanced"],
        [typeof(DatabaseSecret)] = ["password", "url", "ectoUrl"],
        [typeof(DatabaseTls)] = ["require", "allow"],
        [typeof(DeploymentStrategy)] = ["rolling", "blueGreen", "linear", "canary"],
        [typeof(FileSystemThroughput)] = ["elastic", "bursting"],
        [typeof(LoadBalancerScheme)] = ["internetFacing", "internal"],
        [typeof(MetricStatistic)] = ["average", "minimum", "maximum", "sum", "sampleCount"],
        [typeof(NatGateways)] = ["none", "single", "onePerZone"],
        [typeof(NetworkMode)] = ["awsvpc", "host"],
        [typeof(QueueAccess)] = ["none", "send", "receive", "sendReceive"],
        [typeof(RevisionOwner)] = ["stack", "pipeline"],
        [typeof(ScalingMetric)] = ["cpu", "memory", "queueDepth"],
        [typeof(SubnetTier)] = ["public", "private"],
    };

    [Fact]
    public void Choices_AreSpeltAsDocumented()
    {
        var choices = typeof(StackConfig).Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace == typeof(StackConfig).Namespace).ToList();

        Assert.Equal(Spellings.Keys.Select(type => type.Name).Order(StringComparer.Ordinal), choices.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(choices, type => Assert.Equal(Spellings[type], ConfigType.Of(type).ChoiceNames));
    }
}
