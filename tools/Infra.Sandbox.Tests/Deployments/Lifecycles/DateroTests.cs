using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class DateroTests(DateroLifecycle lifecycle) : LifecycleTests<DateroLifecycle>(lifecycle), IClassFixture<DateroLifecycle>
{
    [SkippableFact]
    public void FirstUp_PrintsUrlTcpHostAndRunCommand()
    {
        Assert.Contains("    url: https://datero-test.example.com\n", Lifecycle.FirstUp.Out);
        Assert.Matches(@"    tcpHost: \S+\.elb\.amazonaws\.com\n", Lifecycle.FirstUp.Out);
        Assert.Matches(
            @"    runCommands: \{""check"":""\(task=\$\(aws ecs run-task --region eu-central-1 --cluster \S+:cluster/datero-test --task-definition \S+ --count 1 "
            + "--capacity-provider-strategy capacityProvider=ec2-datero-test_main,base=0,weight=1 ",
            Lifecycle.FirstUp.Out);
    }

    [SkippableFact]
    public void CapacityProvider_ManagesTheAutoScalingGroup()
    {
        Assert.Equal(Lifecycle.ScalingGroup.Value("AutoScalingGroupARN"), Lifecycle.CapacityProvider["autoScalingGroupArn"].Text());
        Assert.Equal("ENABLED", Lifecycle.CapacityProvider["managedScaling"]!["status"].Text());
        Assert.Equal(100, Lifecycle.CapacityProvider["managedScaling"]!["targetCapacity"]!.GetValue<int>());
        Assert.Equal(("0", "2"), (Lifecycle.ScalingGroup.Value("MinSize"), Lifecycle.ScalingGroup.Value("MaxSize")));
    }

    [SkippableFact]
    public void Instances_RequireImdsV2AndEncryptedVolumes()
    {
        Assert.Equal("t3.medium", Lifecycle.LaunchTemplate.Value("instanceType"));
        Assert.Equal("required", Lifecycle.LaunchTemplate.Value("httpTokens"));
        Assert.Equal("false", Lifecycle.LaunchTemplate.Value("associatePublicIpAddress"));
        Assert.Equal("true", Lifecycle.LaunchTemplate.Value("encrypted"));
    }

    [SkippableFact]
    public void Tasks_RequireEc2()
    {
        Assert.Equal("""["EC2"]""", Lifecycle.TaskDefinition["requiresCompatibilities"]!.ToJsonString());
        Assert.Equal("awsvpc", Lifecycle.TaskDefinition["networkMode"].Text());
    }

    [SkippableFact]
    public void TcpListener_WithoutAllowedSources_IsUnreachable()
    {
        Assert.Equal("TCP", Lifecycle.Listeners.Listener("5432").Value("Protocol"));
        var rule = Lifecycle.SecurityGroupRules.Ingress().Single(rule => rule.Value("fromPort") == "5432");
        Assert.DoesNotContain(Lifecycle.SecurityGroupRules.Ingress(), into => into.Value("groupId") == rule.Source());
    }

    [SkippableFact]
    public void Password_IsASecretReference()
    {
        var secret = Lifecycle.TaskDefinition["containerDefinitions"]![0]!["secrets"]!.AsArray().Single()!;

        Assert.Equal("POSTGRES_PASSWORD", secret["name"].Text());
        Assert.StartsWith("arn:aws:secretsmanager:eu-central-1:123456789012:secret:datero-", secret["valueFrom"].Text());
        Assert.DoesNotContain(Assert.Single(Lifecycle.Secrets), Lifecycle.TaskDefinition.ToJsonString());
    }
}
