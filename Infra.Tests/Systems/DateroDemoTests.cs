using System.Collections.Immutable;
using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Tests.Systems;

/// <summary>examples/datero-demo.yaml: a task in host network mode that is started manually.</summary>
public class DateroDemoTests
{
    [Fact]
    public async Task Stack_HasOneTaskDefinitionAndNoService()
    {
        var run = await Run();

        Assert.Single(run.All<Ecs.TaskDefinition>());
        Assert.Empty(run.All<Ecs.Service>());
        Assert.Empty(run.All<Lb.LoadBalancer>());
    }

    [Fact]
    public async Task Task_UsesHostNetworkAndPort80()
    {
        var task = (await Run()).Single<Ecs.TaskDefinition>();

        Assert.Equal("host", task["networkMode"]);
        Assert.Equal(["EC2"], task.Strings("requiresCompatibilities"));
        ResourceAssert.Json(
            """[{"containerPort":80,"hostPort":80,"protocol":"tcp"}]""", Containers.Named(task, "datero-demo-job-datero")["portMappings"]!);
    }

    [Fact]
    public async Task Instances_HaveAPublicAddressAndScaleToZero()
    {
        var run = await Run();

        Assert.Equal("true", run.Single<Ec2.LaunchTemplate>()["networkInterfaces[0].associatePublicIpAddress"]);
        Assert.Equal(["public-1", "public-2"], run.Single<AutoScaling.Group>().Strings("vpcZoneIdentifiers"));
        Assert.Equal((0.0, 1.0), (run.Single<AutoScaling.Group>()["minSize"], run.Single<AutoScaling.Group>()["maxSize"]));
        Assert.Equal("ENABLED", run.Single<Ecs.CapacityProvider>()["autoScalingGroupProvider.managedScaling.status"]);
    }

    [Fact]
    public async Task WebPort_IsOpenToTheListedAddressesOnly()
    {
        var rule = (await Run()).Single<Vpc.SecurityGroupIngressRule>();

        Assert.Equal(
            ("SecurityGroup:datero-demo-security-instances", 80.0, 80.0, "203.0.113.7/32"),
            (rule["securityGroupId"], rule["fromPort"], rule["toPort"], rule["cidrIpv4"]));
    }

    [Fact]
    public async Task Outputs_ContainTheRunAndAddressCommands()
    {
        var run = await Run();

        var commands = Assert.IsType<ImmutableDictionary<string, object>>(await run.Output("runCommands"));
        Assert.StartsWith(
            "(task=$(aws ecs run-task --region eu-central-1 --cluster arn:Cluster:datero-demo-cluster --task-definition arn:TaskDefinition:datero-demo-job-datero-task --count 1 "
            + "--capacity-provider-strategy capacityProvider=ec2-datero-demo-daterodemo_main,base=0,weight=1 --enable-ecs-managed-tags --propagate-tags TASK_DEFINITION --query ",
            (string)commands["datero"],
            StringComparison.Ordinal);
        var addresses = Assert.IsType<ImmutableDictionary<string, object>>(await run.Output("addressCommands"));
        Assert.Equal(
            "aws ec2 describe-instances --region eu-central-1 --filters Name=tag:aws:autoscaling:groupName,Values=datero-demo-cluster-main-Group "
            + "Name=instance-state-name,Values=running --query 'Reservations[].Instances[].PublicIpAddress' --output text",
            addresses["main"]);
    }

    [Fact]
    public async Task Password_IsGeneratedAndStoredInSecretsManager()
    {
        var container = Containers.Named((await Run()).Single<Ecs.TaskDefinition>(), "datero-demo-job-datero");

        Assert.StartsWith("arn:Secret:datero-demo-job-datero-task-secrets-POSTGRES_PASSWORD:", Containers.Secrets(container)["POSTGRES_PASSWORD"], StringComparison.Ordinal);
        Assert.Empty(container["environment"]!.AsArray());
    }

    private static Task<StackRun> Run() => KnownStacks.Run("daterodemo");
}
