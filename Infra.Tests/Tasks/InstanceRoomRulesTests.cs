using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class InstanceRoomRulesTests
{
    [Theory]
    [InlineData("t3.small", 2048, null)]
    [InlineData("t3.small", 2049, "2049 is more than the 2048 CPU units of one t3.small of cluster.instances.big, so the task can never be placed")]
    [InlineData("t3.small", 4096, "4096 is more than the 2048 CPU units of one t3.small of cluster.instances.big, so the task can never be placed")]
    [InlineData("m7i.xlarge", 4096, null)]
    public void Cpu_AboveInstance_IsRefused(string type, int cpuUnits, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:service.cpuUnits: {problem}"],
        Problems.Of(Stack(type, 4, $$"""{"cpuUnits":{{cpuUnits}},"desiredCount":0}""")));

    [Theory]
    [InlineData(1843, null, null)]
    [InlineData(1844, null, "1844 may not fit one t3.small of cluster.instances.big, whose system uses part of the 2048 MiB; 1843 or less fits")]
    [InlineData(2047, null, "2047 may not fit one t3.small of cluster.instances.big, whose system uses part of the 2048 MiB; 1843 or less fits")]
    [InlineData(2048, "2048 leaves no memory for the system of one t3.small of cluster.instances.big (2048 MiB), so the task can never be placed", null)]
    public void Memory_AtOrNearInstanceSize_IsRefusedOrWarns(int memory, string? problem, string? warning)
    {
        var stack = Stack("t3.small", 4, $$"""{"memoryMiB":{{memory}},"desiredCount":0}""");

        Assert.Equal(problem is null ? [] : [$"app:service.memoryMiB: {problem}"], Problems.Of(stack));
        if (problem is null)
        {
            Assert.Equal(warning is null ? [] : [$"app:service.memoryMiB: {warning}"], Warnings.Of(stack));
        }
    }

    [Theory]
    [InlineData("awsvpc", 3, 2, null)]      // three interfaces, one of them the instance's own
    [InlineData("awsvpc", 4, 2, 5)]
    [InlineData("awsvpc", 5, 3, null)]
    [InlineData("host", 6, 1, null)]        // without ports and interfaces, seven fit by CPU and memory
    [InlineData("host", 7, 1, 8)]
    public void Deployment_NeedsRoomForOneMoreTask(string mode, int tasks, int instances, int? needed)
    {
        var held = mode == "awsvpc" ? 2 * instances : 7 * instances;

        Assert.Equal(
            needed is null ? [] : [$"app:service.cpuUnits: a deployment of {tasks} tasks runs up to {needed} at once, but {instances} t3.small of "
                + $"cluster.instances.big hold {held}; raise maximumInstances, use a larger instance type or lower minimumHealthyPercent"],
            Problems.Of(Stack("t3.small", instances, $$"""{"cpuUnits":256,"memoryMiB":256,"containerPort":null,"networkMode":"{{mode}}","desiredCount":{{tasks}}}""")));
    }

    [Fact]
    public void Deployment_ThatStopsTasksFirst_NeedsNoMoreRoom() => Assert.Empty(
        Problems.Of(Stack("t3.small", 2, """{"cpuUnits":256,"memoryMiB":256,"desiredCount":4,"minimumHealthyPercent":50}""")));

    [Fact]
    public void Deployment_MaximumTasksDoNotFit_Warns() => Assert.Equal(
        [
            "app:service.cpuUnits: a deployment of 4 tasks runs up to 5 at once, but 2 t3.small of cluster.instances.big hold 4; "
                + "raise maximumInstances, use a larger instance type or lower minimumHealthyPercent",
        ],
        Warnings.Of(Stack("t3.small", 2, """{"cpuUnits":256,"memoryMiB":256,"scaling":{"minimumTasks":1,"maximumTasks":4,"cpuPercent":60}}""")));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Instances_ScaledByCpu_NeedRoomForMinimumTasks(int minimum, bool isWarned) => Assert.Equal(
        isWarned
            ? ["app:cluster.instances.big.minimumInstances: 1 is too few with cpuPercent: the tasks of service need 2 t3.small, "
                + "and pending tasks cause no CPU load that would start another"]
            : [],
        Warnings.Of(
        [
            .. Stack("t3.small", 4, """{"cpuUnits":256,"memoryMiB":256,"desiredCount":3}"""),
            ("cluster", $$"""
                {"containerInsights":"disabled","instances":{"big":
                  {"instanceType":"t3.small","minimumInstances":{{minimum}},"maximumInstances":4,"cpuPercent":60,"subnets":"private"} } }
                """),
        ]));

    [Fact]
    public void Services_TogetherAboveMaximumInstances_AreRefused() => Assert.Equal(
        ["app:cluster.instances.big.maximumInstances: 2 is too few: service and services.other need 3 t3.small even without a deployment"],
        Problems.Of(
        [
            .. Stack("t3.small", 2, """{"cpuUnits":256,"memoryMiB":256,"desiredCount":3}"""),
            ("services", """{"other":{"image":"a:1","cpuUnits":256,"memoryMiB":256,"desiredCount":2,"subnets":"private","capacityProviders":{"big":{"weight":1}}}}"""),
        ]));

    [Fact]
    public void InstanceType_Unknown_IsNotChecked()
    {
        var stack = Stack("t5g.nano", 1, """{"cpuUnits":32768,"architecture":"arm64"}""", "arm64");

        Assert.Equal(
            ["app:cluster.instances.big.instanceType: t5g.nano is not in the list of types of 2026-05-20; make sure that it exists in eu-central-1"],
            Warnings.Of(stack));
    }

    [Fact]
    public void NetworkCidr_OverlapsDockerBridge_Warns() => Assert.Equal(
        ["app:network.cidr: 172.17.0.0/16 overlaps 172.17.0.0/16"
            + ", which Docker uses on the instances of cluster.instances.big: they cannot reach addresses in it"],
        Warnings.Of([.. Stack("m7i.large", 4, "{}"), ("network", """{"cidr":"172.17.0.0/16"}""")]));

    private static (string Key, string Json)[] Stack(string type, int instances, string service, string architecture = "x86_64") =>
    [
        ("network", """{"natGateways":"single"}"""),
        ("cluster", $$$"""
            {"containerInsights":"disabled","instances":{"big":
              {"instanceType":"{{{type}}}","architecture":"{{{architecture}}}","maximumInstances":{{{instances}}},"subnets":"private"}} }
            """),
        ("service", """{"subnets":"private","capacityProviders":{"big":{"weight":1}}}"""),
        ("service", service),
    ];
}
