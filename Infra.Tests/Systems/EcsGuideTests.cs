using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Tests.Systems;

/// <summary>examples/ecs-guide.yaml: tasks in new subnets of the default VPC, behind a shared load balancer.</summary>
public class EcsGuideTests
{
    [Fact]
    public async Task Stack_CreatesNeitherNetworkNorLoadBalancer()
    {
        var run = await Run();

        Assert.Empty(run.All<AwsxEc2.Vpc>());
        Assert.Empty(run.All<Lb.LoadBalancer>());
        Assert.Empty(run.All<Lb.Listener>());
        Assert.Empty(run.All<Acm.Certificate>());
        Assert.Equal("default-vpc", run.Single<Lb.TargetGroup>()["vpcId"]);
        Assert.Equal(false, run.Single<Ecs.Service>()["networkConfiguration.assignPublicIp"]);
    }

    [Fact]
    public async Task Tasks_RunInNewSubnetsInTwoZones()
    {
        var run = await Run();

        Assert.Equal(
            ["default-vpc us-west-2a 172.31.240.0/26", "default-vpc us-west-2b 172.31.240.64/26"],
            run.All<Ec2.Subnet>().Select(subnet => $"{subnet["vpcId"]} {subnet["availabilityZone"]} {subnet["cidrBlock"]}"));
        Assert.Equal(
            ["Subnet:guide-network-subnets-private-us-west-2a", "Subnet:guide-network-subnets-private-us-west-2b"],
            run.Single<Ecs.Service>().Strings("networkConfiguration.subnets"));
    }

    [Fact]
    public async Task Rule_ForwardsOneHostOfTheSharedListener()
    {
        var rule = (await Run()).Find<Lb.ListenerRule>("guide-rules-100");

        Assert.Equal("listener-443-of-arn-of-shared", rule["listenerArn"]);
        Assert.Equal(100.0, rule["priority"]);
        Assert.Equal(["guide.example.com"], rule.Strings("conditions[0].hostHeader.values"));
    }

    [Fact]
    public async Task LoadBalancer_MayConnectToTheServiceOnItsPort()
    {
        var rule = (await Run()).Find<Vpc.SecurityGroupIngressRule>("guide-security-load-balancer-to-service-8080");

        Assert.Equal("sg-0a1b2c3d4e5f60719", rule["referencedSecurityGroupId"]);
        Assert.Equal("SecurityGroup:guide-security-service", rule["securityGroupId"]);
        Assert.Equal((8080.0, 8080.0), (rule["fromPort"], rule["toPort"]));
    }

    [Fact]
    public async Task Http_IsRedirectedForTheHostOfTheStack()
    {
        var rule = (await Run()).Find<Lb.ListenerRule>("guide-redirect");

        Assert.Equal("listener-80-of-arn-of-shared", rule["listenerArn"]);
        Assert.Equal(["guide.example.com"], rule.Strings("conditions[0].hostHeader.values"));
        Assert.Equal(("redirect", "HTTPS", "HTTP_301"), (rule["actions[0].type"], rule["actions[0].redirect.protocol"], rule["actions[0].redirect.statusCode"]));
    }

    [Fact]
    public async Task ExistingTargetGroup_IsUsedWithoutListenerRules()
    {
        const string TargetGroup = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/guide/0123456789abcdef";
        var run = await StackRun.Of(TestConfigs.With(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingLoadBalancer", $$"""{"name":"shared","securityGroupId":"sg-0a000000","targetGroupArn":"{{TargetGroup}}"}""")));

        Assert.Equal(TargetGroup, run.Single<Ecs.Service>()["loadBalancers[0].targetGroupArn"]);
        Assert.Empty(run.All<Lb.TargetGroup>());
        Assert.Empty(run.All<Lb.ListenerRule>());
    }

    [Fact]
    public async Task Image_ComesFromTheRepositoryOfTheStack()
    {
        var run = await Run();

        var repository = run.Single<Ecr.Repository>();
        Assert.Equal(("guide-ecsguide/app", "IMMUTABLE", true), (repository["name"], repository["imageTagMutability"], repository["imageScanningConfiguration.scanOnPush"]));
        var container = Containers.Named(run.Single<Ecs.TaskDefinition>(), "guide");
        Assert.Equal("123456789012.dkr.ecr.eu-central-1.amazonaws.com/guide-ecsguide/app:1.0.0", (string?)container["image"]);
        Assert.Contains("ecr:BatchGetImage on arn:Repository:guide-repositories-app", Containers.Allowed(run, "guide-task-execution"));
    }

    [Fact]
    public async Task Container_HasARestartPolicyAndAnEfsVolume()
    {
        var container = Containers.Named((await Run()).Single<Ecs.TaskDefinition>(), "guide");

        ResourceAssert.Json("""{"enabled":true,"ignoredExitCodes":[0],"restartAttemptPeriod":120}""", container["restartPolicy"]!);
        ResourceAssert.Json(
            """[{"sourceVolume":"myapp_data","containerPath":"/myapp/data","readOnly":false}]""", container["mountPoints"]!);
    }

    [Fact]
    public async Task Service_UsesFargateAndFargateSpot()
    {
        var service = (await Run()).Single<Ecs.Service>();

        Assert.Equal(["FARGATE", "FARGATE_SPOT"], [service["capacityProviderStrategies[0].capacityProvider"], service["capacityProviderStrategies[1].capacityProvider"]]);
        Assert.Equal(1.0, service["capacityProviderStrategies[0].base"]);
    }

    private static Task<StackRun> Run() => KnownStacks.Run("ecsguide");
}
