using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

[Collection(DeploymentTurns.ThirdRow)]
public sealed class DateroTests(DateroLife life) : LifeTests<DateroLife>(life), IClassFixture<DateroLife>
{
    [SkippableFact]
    public void FirstUp_SaysWhereItIsAndHowToRunItsTask()
    {
        Assert.Contains("    url: https://datero-test.example.com\n", Life.FirstUp.Out);
        Assert.Matches(@"    tcpHost: \S+\.elb\.amazonaws\.com\n", Life.FirstUp.Out);
        Assert.Matches(
            @"    runCommands: \{""check"":""aws ecs run-task --region eu-central-1 --cluster \S+:cluster/datero-test --task-definition \S+ --count 1 "
            + "--capacity-provider-strategy capacityProvider=ec2-datero-test_main,base=0,weight=1 ",
            Life.FirstUp.Out);
    }

    [SkippableFact]
    public void Capacity_IsTheScalingGroups()
    {
        Assert.Equal(Life.ScalingGroup.Value("AutoScalingGroupARN"), Life.CapacityProvider["autoScalingGroupArn"].Text());
        Assert.Equal("ENABLED", Life.CapacityProvider["managedScaling"]!["status"].Text());
        Assert.Equal(100, Life.CapacityProvider["managedScaling"]!["targetCapacity"]!.GetValue<int>());
        Assert.Equal(("0", "2"), (Life.ScalingGroup.Value("MinSize"), Life.ScalingGroup.Value("MaxSize")));
    }

    [SkippableFact]
    public void Instances_AreReachedWithSessionTokensOnly()
    {
        Assert.Equal("t3.medium", Life.LaunchTemplate.Value("instanceType"));
        Assert.Equal("required", Life.LaunchTemplate.Value("httpTokens"));
        Assert.Equal("false", Life.LaunchTemplate.Value("associatePublicIpAddress"));
        Assert.Equal("true", Life.LaunchTemplate.Value("encrypted"));
    }

    [SkippableFact]
    public void Tasks_RunOnInstances()
    {
        Assert.Equal("""["EC2"]""", Life.TaskDefinition["requiresCompatibilities"]!.ToJsonString());
        Assert.Equal("awsvpc", Life.TaskDefinition["networkMode"].Text());
    }

    [SkippableFact]
    public void Database_IsOnATcpListenerThatNobodyReachesYet()
    {
        Assert.Equal("TCP", Life.Listeners.Listener("5432").Value("Protocol"));
        var rule = Life.SecurityGroupRules.Ingress().Single(rule => rule.Value("fromPort") == "5432");
        Assert.DoesNotContain(Life.SecurityGroupRules.Ingress(), into => into.Value("groupId") == rule.Source());
    }

    [SkippableFact]
    public void Password_IsAReference()
    {
        var secret = Life.TaskDefinition["containerDefinitions"]![0]!["secrets"]!.AsArray().Single()!;

        Assert.Equal("POSTGRES_PASSWORD", secret["name"].Text());
        Assert.StartsWith("arn:aws:secretsmanager:eu-central-1:123456789012:secret:datero-", secret["valueFrom"].Text());
        Assert.DoesNotContain(Assert.Single(Life.Secrets), Life.TaskDefinition.ToJsonString());
    }
}
