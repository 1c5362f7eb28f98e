using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class HostPortRulesTests
{
    [Theory]
    [InlineData("""{}""", 2, null)]
    [InlineData("""{}""", 1, 2)]
    [InlineData("""{"minimumHealthyPercent":0}""", 1, null)]
    [InlineData("""{"desiredCount":3}""", 3, 4)]
    [InlineData("""{"desiredCount":3,"minimumHealthyPercent":50}""", 3, null)]
    [InlineData("""{"scaling":{"minimumTasks":1,"maximumTasks":5,"cpuPercent":60}}""", 4, 6)]
    public void Deployment_HostMode_NeedsInstancePerTask(string changes, int instances, int? needed) => Assert.Equal(
        needed is null ? [] : [$"app:service.networkMode: {Problem(80, needed.Value, instances)}"], Of(changes, instances));

    [Fact]
    public void Services_WithSamePort_AddUpInstances()
    {
        const string Other = """{"other":{"image":"a:1","networkMode":"host","capacityProviders":{"big":{"weight":1}},"tcpPorts":[{"port":80}]}}""";

        Assert.Equal(
            [$"app:service.networkMode: {Problem(80, 3, 2)}", $"app:services.other.networkMode: {Problem(80, 3, 2)}"],
            Of("{}", 2, ("services", Other)));
        Assert.Empty(Of("{}", 3, ("services", Other)));
        Assert.Empty(Of("{}", 2, ("services", Other.Replace("80", "81", StringComparison.Ordinal))));
    }

    [Fact]
    public void Tasks_InAwsvpcMode_ShareInstances() => Assert.Empty(Of("""{"networkMode":"awsvpc","subnets":"private","desiredCount":9}""", 5));

    [Fact]
    public void Tasks_WithoutPorts_ShareInstances() => Assert.Empty(Of("""{"containerPort":null,"desiredCount":9}""", 2));

    private static string Problem(int port, int needed, int available) =>
        $"host allows one task with port {port} on each instance: a deployment needs {needed} instances, but maximumInstances is {available}; "
            + "raise it or lower minimumHealthyPercent";

    private static IReadOnlyList<string> Of(string service, int instances, params (string Key, string Json)[] changes) => Problems.Of(
    [
        ("network", """{"natGateways":"single"}"""),
        ("cluster", $$$"""
            {"containerInsights":"disabled","instances":{"big":{"instanceType":"m7i.large","maximumInstances":{{{instances}}},"subnets":"private"}} }
            """),
        ("service", """{"networkMode":"host","subnets":"private","capacityProviders":{"big":{"weight":1}}}"""),
        ("service", service),
        .. changes,
    ]);
}
