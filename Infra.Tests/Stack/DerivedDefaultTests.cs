using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.LoadBalancing;
using Infra.Queueing;
using Infra.Services;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Whoever writes one key hears of that key only, and never of a default that the file does not even have.</summary>
public sealed class DerivedDefaultTests
{
    // A block that holds what it must, and what it is for.
    private static readonly (string Path, Type Type, string Json)[] Blocks =
    [
        ("service", typeof(ServiceConfig), "{}"),
        ("service.healthCheck", typeof(HealthCheckConfig), "{}"),
        ("service.containerHealthCheck", typeof(ContainerHealthCheckConfig), """{"command":"true"}"""),
        ("service.scaling", typeof(ScalingConfig), """{"minimumTasks":1,"maximumTasks":5000,"cpuPercent":50}"""),
        ("service.deployment", typeof(DeploymentConfig), """{"strategy":"linear"}"""),
        ("loadBalancer", typeof(LoadBalancerConfig), "{}"),
        ("cluster", typeof(ClusterConfig), "{}"),
        ("cluster.instances.big", typeof(InstancesConfig), """{"instanceType":"t4g.small","maximumInstances":1000,"subnets":"private"}"""),
        ("queues.orders", typeof(QueueConfig), "{}"),
    ];

    [Fact]
    public void OneKeyAlone_NeverMakesADefaultFail()
    {
        var tried = 0;
        foreach (var (path, type, json) in Blocks)
        {
            foreach (var member in ConfigType.Of(type).Members)
            {
                foreach (var value in LegalValues(member))
                {
                    tried++;
                    var problems = Problems.Of(Changes(path, With(json, member.Name, value)));
                    Assert.All(problems, problem => Assert.StartsWith($"app:{path}.{member.Name}", problem, StringComparison.Ordinal));
                }
            }
        }

        Assert.InRange(tried, 250, 500);
    }

    [Theory]
    [InlineData("""{"cpuUnits":1024}""", 1024, 2048)]
    [InlineData("""{"memoryMiB":8192}""", 1024, 8192)]
    [InlineData("""{"cpuUnits":4096,"memoryMiB":16384}""", 4096, 16384)]
    [InlineData("{}", 256, 512)]
    public void Size_OfWhichOneHalfIsWritten_IsTheSmallestThatFits(string service, int cpuUnits, int memoryMiB)
    {
        var config = Load(("service", service)).Service!;

        Assert.Equal((cpuUnits, memoryMiB), (config.EffectiveCpuUnits, config.EffectiveMemoryMiB));
    }

    [Theory]
    [InlineData("""{"maximumPercent":100}""", 0, false)]
    [InlineData("""{"maximumPercent":100,"desiredCount":3}""", 66, false)]
    [InlineData("""{"maximumPercent":150}""", 0, true)]
    [InlineData("""{"maximumPercent":150,"desiredCount":2}""", 100, true)]
    [InlineData("{}", 100, true)]
    public void Deployment_KeepsAsManyTasksAsThereIsRoomFor(string service, int minimumHealthyPercent, bool rebalancing)
    {
        var config = Load(("service", service)).Service!;

        Assert.Equal((minimumHealthyPercent, rebalancing), (config.EffectiveMinimumHealthyPercent, config.EffectiveZoneRebalancing));
    }

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("""{"scaling":{"minimumTasks":2,"maximumTasks":4,"cpuPercent":50}}""", 2)]
    [InlineData("""{"scaling":{"minimumTasks":2,"maximumTasks":4,"cpuPercent":50},"desiredCount":3}""", 3)]
    [InlineData("""{"desiredCount":0}""", 0)]
    public void DesiredCount_IsTheLeastThatScalingAllows(string service, int expected) =>
        Assert.Equal(expected, Load(("service", service)).Service!.EffectiveDesiredCount);

    [Theory]
    [InlineData("{}", 10, 5)]
    [InlineData("""{"intervalSeconds":5}""", 5, 4)]
    [InlineData("""{"timeoutSeconds":30}""", 31, 30)]
    [InlineData("""{"intervalSeconds":60}""", 60, 5)]
    public void HealthCheck_AnswersBeforeTheNext(string check, int interval, int timeout)
    {
        var config = Load(("service", $$"""{"healthCheck":{{check}} }""")).Service!.HealthCheck;

        Assert.Equal((interval, timeout), (config.EffectiveIntervalSeconds, config.EffectiveTimeoutSeconds));
    }

    [Fact]
    public void Architecture_IsThatOfTheInstances()
    {
        var config = Load(
            ("network", """{"natGateways":"single"}"""),
            ("cluster", """{"instances":{"arm":{"instanceType":"t4g.small","maximumInstances":1,"subnets":"private"} } }"""),
            ("service", """{"subnets":"private","capacityProviders":{"arm":{"weight":1}}}"""));

        Assert.Equal(Architecture.Arm64, config.Service!.ArchitectureIn(config.Cluster));
        Assert.Equal(Architecture.X8664, new ServiceConfig { Image = "a:1" }.ArchitectureIn(config.Cluster));
    }

    private static IEnumerable<object> LegalValues(ConfigMember member) => member switch
    {
        { Name: "cpuUnits" } => FargateSize.CpuUnits.Cast<object>(),
        { Name: "memoryMiB" } => FargateSize.CpuUnits.SelectMany(FargateSize.MemoryMiB).Distinct().Cast<object>(),
        { Type.Kind: ConfigKind.Flag } => [true, false],
        { Type.Kind: ConfigKind.Choice } => member.Type.ChoiceNames,
        { Type.Kind: ConfigKind.WholeNumber } when member.Property.GetCustomAttribute<RangeAttribute>() is { } range =>
            Between((int)range.Minimum, (int)range.Maximum).Cast<object>(),
        _ => [],
    };

    private static IEnumerable<int> Between(int lowest, int highest) =>
        new[] { lowest, lowest + 1, 10, 30, 100, 101, 150, highest - 1, highest }.Where(number => number >= lowest && number <= highest).Distinct();

    private static string With(string json, string key, object value)
    {
        var block = JsonSerializer.Deserialize<Dictionary<string, object>>(json)!;
        block[key] = value;
        return JsonSerializer.Serialize(block);
    }

    // The block inside those around it.
    private static (string Key, string Json)[] Changes(string path, string json)
    {
        var steps = path.Split('.');
        var nested = steps.Skip(1).Reverse().Aggregate(json, (inner, step) => $$"""{"{{step}}":{{inner}} }""");
        return [.. Bare, ("network", """{"natGateways":"single"}"""), (steps[0], nested)];
    }

    // The configuration that tests start from writes some keys out.
    private static (string Key, string Json)[] Bare => [("service", """{"cpuUnits":null,"memoryMiB":null,"desiredCount":null,"subnets":null}""")];

    private static StackConfig Load(params (string Key, string Json)[] changes) => TestConfigs.With([.. Bare, .. changes]);
}
