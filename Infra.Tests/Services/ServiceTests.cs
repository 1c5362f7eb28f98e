using System.Globalization;
using Infra.Services;
using Infra.Tests.Support;
using Pulumi.Utilities;

namespace Infra.Tests.Services;

public class ServiceTests
{
    [Fact]
    public async Task Service_MinimalConfiguration_IsPublicWithRollback() => ResourceAssert.Inputs(
        """
        {
          "name": "shop",
          "cluster": "arn:Cluster:shop-cluster",
          "taskDefinition": "arn:TaskDefinition:shop-task",
          "desiredCount": 1,
          "capacityProviderStrategies": [{"capacityProvider": "FARGATE", "base": 0, "weight": 1}],
          "forceNewDeployment": false,
          "networkConfiguration": {
            "subnets": ["subnet-0a100000", "subnet-0a200000"],
            "securityGroups": ["SecurityGroup:shop-security-service"],
            "assignPublicIp": true
          },
          "loadBalancers": [{"targetGroupArn": "arn:TargetGroup:shop", "containerName": "shop", "containerPort": 80}],
          "healthCheckGracePeriodSeconds": 60,
          "deploymentMinimumHealthyPercent": 100, "deploymentMaximumPercent": 200,
          "deploymentCircuitBreaker": {"enable": true, "rollback": true},
          "deploymentConfiguration": {"strategy": "ROLLING"},
          "availabilityZoneRebalancing": "ENABLED",
          "enableExecuteCommand": false,
          "enableEcsManagedTags": true, "propagateTags": "SERVICE",
          "waitForSteadyState": true
        }
        """,
        (await ServiceRun.Of("{}")).Single<Ecs.Service>());

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"desiredCount":0}""", false)]
    [InlineData("""{"scaling":{"minimumTasks":1,"maximumTasks":4,"cpuPercent":60}}""", true)]
    [InlineData("""{"desiredCount":0,"scaling":{"minimumTasks":1,"maximumTasks":4,"cpuPercent":60}}""", false)]
    public async Task DesiredCount_WithScaling_IsIgnoredUnlessZero(string service, bool ignored) => Assert.Equal(
        ignored, (await ServiceRun.Of(service)).Single<Ecs.Service>().Options.IgnoreChanges.Contains("desiredCount"));

    [Theory]
    [InlineData("""{"desiredCount":3}""", "desiredCount", 3.0)]
    [InlineData("""{"healthCheckGracePeriodSeconds":180}""", "healthCheckGracePeriodSeconds", 180.0)]
    [InlineData("""{"minimumHealthyPercent":0}""", "deploymentMinimumHealthyPercent", 0.0)]
    [InlineData("""{"maximumPercent":300}""", "deploymentMaximumPercent", 300.0)]
    [InlineData("""{"zoneRebalancing":false}""", "availabilityZoneRebalancing", "DISABLED")]
    [InlineData("""{"exec":true}""", "enableExecuteCommand", true)]
    [InlineData("""{"waitForSteadyState":false}""", "waitForSteadyState", false)]
    public async Task Service_Option_SetsInput(string changes, string input, object expected) =>
        Assert.Equal(expected, (await ServiceRun.Of(changes)).Single<Ecs.Service>()[input]);

    [Fact]
    public async Task Service_PrivateTasks_HavePrivateSubnetsAndNoPublicIp()
    {
        var service = (await ServiceRun.Of("""{"subnets":"private"}""", ("network", """{"natGateways":"single"}"""))).Single<Ecs.Service>();

        Assert.Equal(["subnet-0b100000", "subnet-0b200000"], service.Strings("networkConfiguration.subnets"));
        Assert.Equal(false, service["networkConfiguration.assignPublicIp"]);
    }

    [Fact]
    public async Task Service_CapacityProviders_AreSorted()
    {
        var run = await ServiceRun.Of("""{"capacityProviders":{"FARGATE_SPOT":{"weight":3},"FARGATE":{"weight":1,"base":2}}}""");

        var service = run.Single<Ecs.Service>();
        Assert.Equal("FARGATE", service["capacityProviderStrategies[0].capacityProvider"]);
        Assert.Equal(2.0, service["capacityProviderStrategies[0].base"]);
        Assert.Equal("FARGATE_SPOT", service["capacityProviderStrategies[1].capacityProvider"]);
        Assert.Equal(3.0, service["capacityProviderStrategies[1].weight"]);
        Assert.Equal(2, service.List("capacityProviderStrategies").Length);
    }

    [Fact]
    public async Task Service_FixedName_IsDeletedBeforeReplacement()
    {
        var service = (await ServiceRun.Of("{}")).Single<Ecs.Service>();

        Assert.Equal("shop", service["name"]);
        Assert.True(service.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Service_WithoutScaling_IgnoresNothing() =>
        Assert.Empty((await ServiceRun.Of("{}")).Single<Ecs.Service>().Options.IgnoreChanges);

    [Theory]
    [InlineData("{}", "shop-rules-50000", "shop-task", "shop-network", "shop-security", "shop-cluster")]
    [InlineData(
        """{"secrets":{"TOKEN":{"generatedLength":32}}}""",
        "shop-rules-50000", "shop-task", "shop-network", "shop-security", "shop-cluster")]
    public async Task Service_DependsOnResourcesOfTasks(string changes, params string[] needed)
    {
        var service = (await ServiceRun.Of(changes)).Single<Ecs.Service>();

        Assert.Equal(needed, await service.DependsOn());
    }

    [Fact]
    public async Task Service_WithPublicPaths_DependsOnTheirRule()
    {
        var run = await ServiceRun.Of(
            "{}", ("domain", Blocks.Domain), ("authentication", Blocks.Cognito), ("authentication", """{"publicPaths":["/hooks/*"]}"""));

        Assert.Equal(["shop-rules-49999", "shop-rules-50000"], (await run.Single<Ecs.Service>().DependsOn()).Take(2));
    }

    [Fact]
    public async Task Service_DependsOnInterfaceEndpoints()
    {
        var run = await ServiceRun.Of("{}", ("network", """{"interfaceEndpoints":["logs"]}"""));

        Assert.Contains("shop-endpoints", await run.Single<Ecs.Service>().DependsOn());
    }

    [Theory]
    [InlineData("{}", "00:35:30", "00:35:30")]
    [InlineData("""{"deregistrationDelaySeconds":3600}""", "01:35:00", "01:35:00")]
    [InlineData("""{"deployment":{"strategy":"linear"}}""", "01:30:30", "00:35:30")]
    [InlineData("""{"deployment":{"strategy":"linear","stepPercent":30,"stepMinutes":2,"bakeMinutes":1}}""", "00:44:30", "00:35:30")]
    [InlineData("""{"deployment":{"strategy":"canary","stepMinutes":1440,"bakeMinutes":1440}}""", "2.00:35:30", "00:35:30")]
    [InlineData("""{"desiredCount":4,"maximumPercent":125}""", "00:46:00", "00:35:30")]
    public async Task Service_Timeouts_FollowDeployment(string changes, string update, string delete)
    {
        var timeouts = (await ServiceRun.Of(changes)).Single<Ecs.Service>().Options.CustomTimeouts!;

        Assert.Equal(TimeSpan.Parse(update, CultureInfo.InvariantCulture), timeouts.Create);
        Assert.Equal(timeouts.Create, timeouts.Update);
        Assert.Equal(TimeSpan.Parse(delete, CultureInfo.InvariantCulture), timeouts.Delete);
    }

    [Fact]
    public async Task Service_Outputs_AreSet()
    {
        var service = (await ServiceRun.Of("{}")).Component<Service>();

        Assert.Equal("shop", await OutputUtilities.GetValueAsync(service.ServiceName));
        Assert.Equal("arn:TaskDefinition:shop-task", await OutputUtilities.GetValueAsync(service.Task.DefinitionArn));
        Assert.Equal("/ecs/shop-dev", await OutputUtilities.GetValueAsync(service.Task.LogGroupName));
    }
}
