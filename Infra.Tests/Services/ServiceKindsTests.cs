using Infra.Tests.Support;

namespace Infra.Tests.Services;

public class ServiceKindsTests
{
    private const string Scaling = """{"minimumTasks":1,"maximumTasks":4,"cpuPercent":60}""";
    private const string OffHours = """{"stopCron":"cron(0 20 ? * * *)","startCron":"cron(0 7 ? * * *)","timeZone":"UTC"}""";

    private static readonly (string Key, string Json)[] Instances =
    [
        ("network", """{"natGateways":"single"}"""),
        ("cluster", $$$"""{"containerInsights":"disabled","instances":{"big":{{{Blocks.Instances}}}}}"""),
    ];

    [Theory]
    [InlineData("{}", "")]
    [InlineData($$"""{"scaling":{{Scaling}}}""", "desiredCount")]
    [InlineData("""{"revisionOwner":"pipeline"}""", "taskDefinition")]
    [InlineData($$"""{"scaling":{{Scaling}},"revisionOwner":"pipeline"}""", "desiredCount taskDefinition")]
    public async Task Service_OwnedElsewhere_IgnoresChanges(string changes, string ignored) =>
        Assert.Equal(ignored, string.Join(' ', (await ServiceRun.Of(changes)).Single<Ecs.Service>().Options.IgnoreChanges));

    [Fact]
    public async Task Service_WithOffHours_IgnoresDesiredCount() => Assert.Equal(
        ["desiredCount"], (await ServiceRun.Of("{}", ("offHours", OffHours))).Single<Ecs.Service>().Options.IgnoreChanges);

    [Fact]
    public async Task Service_OnInstances_HasCapacityProviderAndNoPublicIp()
    {
        var run = await ServiceRun.Of("""{"subnets":"private","capacityProviders":{"big":{"weight":1}}}""", Instances);

        var service = run.Single<Ecs.Service>();
        Assert.Equal("ec2-shop-dev_big", service["capacityProviderStrategies[0].capacityProvider"]);
        Assert.Equal(false, service["networkConfiguration.assignPublicIp"]);
        Assert.Equal(["SecurityGroup:shop-security-service"], service.Strings("networkConfiguration.securityGroups"));
        Assert.Equal("ip", run.Single<Lb.TargetGroup>()["targetType"]);
        Assert.Equal(["EC2"], run.Single<Ecs.TaskDefinition>().Strings("requiresCompatibilities"));
        Assert.Equal("awsvpc", run.Single<Ecs.TaskDefinition>()["networkMode"]);
    }

    [Fact]
    public async Task Service_InHostMode_HasInstanceTargets()
    {
        var run = await ServiceRun.Of("""{"networkMode":"host","subnets":"private","capacityProviders":{"big":{"weight":1}}}""", Instances);

        Assert.False(run.Single<Ecs.Service>().Has("networkConfiguration"));
        Assert.Equal("instance", run.Single<Lb.TargetGroup>()["targetType"]);
        Assert.Equal("host", run.Single<Ecs.TaskDefinition>()["networkMode"]);
        Assert.DoesNotContain(run.All<Ec2.SecurityGroup>(), group => group.Name == "shop-security-service");
        Assert.Equal(
            "SecurityGroup:shop-security-instances",
            run.Find<Vpc.SecurityGroupIngressRule>("shop-security-load-balancer-to-instances-80")["securityGroupId"]);
    }

    [Fact]
    public async Task Service_WithoutContainerPort_HasNoLoadBalancer()
    {
        var run = await ServiceRun.Of("""{"containerPort":null}""");

        Assert.Empty(run.All<Lb.LoadBalancer>());
        Assert.Empty(run.All<Lb.TargetGroup>());
        Assert.Empty(run.All<Lb.ListenerRule>());
        Assert.Empty(run.Single<Ecs.Service>().List("loadBalancers"));
        Assert.False(run.Single<Ecs.Service>().Has("healthCheckGracePeriodSeconds"));
        Assert.Equal(["shop-task", "shop-network", "shop-security", "shop-cluster"], await run.Single<Ecs.Service>().DependsOn());
    }

    [Fact]
    public async Task Service_WithDiscoveryName_HasServiceRegistry()
    {
        var run = await ServiceRun.Of("""{"discoveryName":"front"}""", ("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}"""));

        Assert.Equal("arn:Service:shop-discovery-front", run.Single<Ecs.Service>()["serviceRegistries.registryArn"]);
        Assert.Equal("front", run.Single<ServiceDiscovery.Service>()["name"]);
        Assert.Equal("PrivateDnsNamespace:shop-discovery", run.Single<ServiceDiscovery.Service>()["dnsConfig.namespaceId"]);
    }

    [Fact]
    public async Task Service_WithRollbackOnAlarms_NamesRequestAlarms()
    {
        var service = (await ServiceRun.Of("""{"deployment":{"rollbackOnAlarms":true}}""", ("alarms", "{}"))).Single<Ecs.Service>();

        Assert.Equal(
            ["shop-dev/alarms-requests-errors", "shop-dev/alarms-requests-response-time"], service.Strings("alarms.alarmNames"));
        Assert.Equal(true, service["alarms.enable"]);
        Assert.Equal(true, service["alarms.rollback"]);
    }

    // The provider takes a missing block for no change.
    [Fact]
    public async Task Service_WithAlarmsOnly_TurnsRollbackOff()
    {
        var service = (await ServiceRun.Of("{}", ("alarms", "{}"))).Single<Ecs.Service>();

        Assert.Equal(
            ["shop-dev/alarms-requests-errors", "shop-dev/alarms-requests-response-time"], service.Strings("alarms.alarmNames"));
        Assert.Equal((false, false), (service["alarms.enable"], service["alarms.rollback"]));
    }

    // ECS demands at least one name.
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"containerPort":null}""", "{}")]
    [InlineData("{}", """{"serverErrorsPercent":0,"responseTimeSeconds":0}""")]
    public async Task Service_WithoutRequestAlarms_SendsNone(string service, string? alarms = null) =>
        Assert.False((await ServiceRun.Of(service, ("alarms", alarms ?? "-"))).Single<Ecs.Service>().Has("alarms"));

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"capacityProviders":{"FARGATE":{"weight":1}}}""", true)]
    [InlineData("""{"capacityProviders":{"FARGATE_SPOT":{"weight":1}}}""", true)]
    public async Task Service_WithCapacityProviders_DeploysWithEachUpdate(string service, bool forces) =>
        Assert.Equal(forces, (await ServiceRun.Of(service)).Single<Ecs.Service>()["forceNewDeployment"]);
}
