using Infra.Tests.Services;
using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Tests.Systems;

/// <summary>examples/datero.yaml: tasks on EC2 instances, and a TCP port that is closed to all but listed addresses.</summary>
public class DateroTests
{
    [Fact]
    public async Task Tasks_RunOnInstancesWithManagedScaling()
    {
        var run = await Run();

        Assert.Equal("ec2-datero-datero_main", run.Single<Ecs.Service>()["capacityProviderStrategies[0].capacityProvider"]);
        Assert.Equal(["EC2"], run.Find<Ecs.TaskDefinition>("datero-task").Strings("requiresCompatibilities"));
        Assert.Equal("ENABLED", run.Single<Ecs.CapacityProvider>()["autoScalingGroupProvider.managedScaling.status"]);
        Assert.Equal("t3.medium", run.Single<Ec2.LaunchTemplate>()["instanceType"]);
        Assert.Equal((0.0, 2.0), (run.Single<AutoScaling.Group>()["minSize"], run.Single<AutoScaling.Group>()["maxSize"]));
    }

    [Fact]
    public async Task Tasks_HaveOnlyAPrivateAddress()
    {
        var run = await Run();

        Assert.Equal("awsvpc", run.Find<Ecs.TaskDefinition>("datero-task")["networkMode"]);
        Assert.Equal(["private-1", "private-2"], run.Single<Ecs.Service>().Strings("networkConfiguration.subnets"));
        Assert.Equal(false, run.Single<Ecs.Service>()["networkConfiguration.assignPublicIp"]);
    }

    [Fact]
    public async Task HostNetwork_UsesTheInstanceAsTarget()
    {
        var run = await ServiceRun.Of(
            """{"networkMode":"host","subnets":"private","capacityProviders":{"main":{"weight":1}}}""", ("cluster", $$$"""{"containerInsights":"disabled","instances":{"main":{{{Blocks.Instances}}}}}"""), ("network", """{"natGateways":"single"}"""));

        Assert.Equal("host", run.Single<Ecs.TaskDefinition>()["networkMode"]);
        Assert.Equal("instance", run.Single<Lb.TargetGroup>()["targetType"]);
        Assert.False(run.Single<Ecs.Service>().Has("networkConfiguration"));
        Assert.Equal(
            "SecurityGroup:shop-security-instances",
            run.Find<Vpc.SecurityGroupIngressRule>("shop-security-load-balancer-to-instances-80")["securityGroupId"]);
    }

    [Fact]
    public async Task Web_IsBehindTheLoadBalancerOnPort80()
    {
        var run = await Run();

        Assert.Equal(80.0, run.Find<Lb.TargetGroup>("datero")["port"]);
        Assert.Equal("application", run.Find<Lb.LoadBalancer>("datero-lb")["loadBalancerType"]);
    }

    [Fact]
    public async Task Web_RequiresHttpsAndSignIn()
    {
        var run = await Run();

        var rule = run.Single<Lb.ListenerRule>();
        Assert.Equal("arn:Listener:datero-lb-https", rule["listenerArn"]);
        Assert.Equal(["authenticate-cognito", "forward"], [rule["actions[0].type"], rule["actions[1].type"]]);
        Assert.Equal("redirect", run.Find<Lb.Listener>("datero-lb-http")["defaultActions[0].type"]);
        Assert.Equal("datero-datero.example.com", run.Single<Acm.Certificate>()["domainName"]);
        Assert.Equal(
            ["https://datero-datero.example.com/oauth2/idpresponse"], run.Single<Cognito.UserPoolClient>().Strings("callbackUrls"));
    }

    [Fact]
    public async Task Database_IsBehindANetworkLoadBalancerThatAdmitsNobody()
    {
        var run = await Run();

        Assert.Equal("network", run.Find<Lb.LoadBalancer>("datero-nlb")["loadBalancerType"]);
        Assert.Equal((5432.0, "TCP"), (run.Find<Lb.Listener>("datero-nlb-5432")["port"], run.Find<Lb.Listener>("datero-nlb-5432")["protocol"]));
        Assert.DoesNotContain(
            run.All<Vpc.SecurityGroupIngressRule>(), rule => rule["securityGroupId"] is "SecurityGroup:datero-security-network-load-balancer");
        Assert.Equal("datero-nlb.elb.amazonaws.com", await run.Output("tcpHost"));
    }

    [Fact]
    public async Task SuperuserPassword_IsGeneratedAndStoredInSecretsManager()
    {
        var run = await Run();

        var container = Containers.Named(run.Find<Ecs.TaskDefinition>("datero-task"), "datero");
        Assert.StartsWith("arn:Secret:datero-task-secrets-POSTGRES_PASSWORD:", Containers.Secrets(container)["POSTGRES_PASSWORD"], StringComparison.Ordinal);
        Assert.Equal(32.0, run.Single<Pulumi.Random.RandomPassword>()["length"]);
        Assert.Empty(container["environment"]!.AsArray());
    }

    [Fact]
    public async Task Network_IsDualStack()
    {
        var run = await Run();

        Assert.Equal(true, run.Single<AwsxEc2.Vpc>()["assignGeneratedIpv6CidrBlock"]);
        Assert.All(run.All<Lb.LoadBalancer>(), loadBalancer => Assert.Equal("dualstack", loadBalancer["ipAddressType"]));
        Assert.Contains(run.All<Vpc.SecurityGroupIngressRule>(), rule => rule["cidrIpv6"] is "::/0");
    }

    [Fact]
    public async Task Outputs_ContainTheRunCommandOfTheJob()
    {
        var commands = Assert.IsType<System.Collections.Immutable.ImmutableDictionary<string, object>>(await (await Run()).Output("runCommands"));

        Assert.StartsWith(
            "(task=$(aws ecs run-task --region eu-central-1 --cluster arn:Cluster:datero-cluster --task-definition arn:TaskDefinition:datero-job-check-task --count 1 "
            + "--capacity-provider-strategy capacityProvider=ec2-datero-datero_main,base=0,weight=1",
            (string)commands["check"],
            StringComparison.Ordinal);
    }

    private static Task<StackRun> Run() => KnownStacks.Run("datero");
}
