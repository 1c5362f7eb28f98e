using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Databases;
using Infra.FileStorage;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Services;
using Infra.Tasks;

namespace Infra.Tests.Stack;

/// <summary>The spellings of choices in a stack file: another spelling breaks the files of those who use it.</summary>
public sealed class ChoiceTests
{
    private static readonly Dictionary<Type, string[]> Spellings = new()
    {
        [typeof(Architecture)] = ["x86_64", "arm64"],
        [typeof(BucketAccess)] = ["none", "read", "readWrite"],
        [typeof(ContainerInsights)] = ["disabled", "enabled", "enhanced"],
        [typeof(DatabaseInsights)] = ["none", "standard", "advanced"],
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
        var choices = LeavesOf(ConfigType.Of(typeof(StackConfig)), []).Where(leaf => leaf.Kind is ConfigKind.Choice).Select(leaf => leaf.Clr).Distinct().ToList();

        Assert.Equal(Spellings.Keys.Select(type => type.Name).Order(StringComparer.Ordinal), choices.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(choices, type => Assert.Equal(Spellings[type], ConfigType.Of(type).ChoiceNames));
    }

    private static IEnumerable<ConfigType> LeavesOf(ConfigType type, HashSet<Type> seen) => type.Leaf.Kind is not ConfigKind.Block
        ? [type.Leaf]
        : seen.Add(type.Leaf.Clr) ? type.Leaf.Members.SelectMany(member => LeavesOf(member.Type, seen)) : [];
}
