using System.Text;
using Infra.Clusters;
using Infra.Networking;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Clusters;

public class InstanceCapacityTests
{
    private static readonly InstancesConfig Config = new() { InstanceType = "m7i.large", MaximumInstances = 4, Subnets = SubnetTier.Private };

    [Fact]
    public async Task Provider_ByDefault_ScalesAndDrainsInstances() => ResourceAssert.Inputs(
        """
        {
          "name": "shop-dev-big",
          "autoScalingGroupProvider": {
            "autoScalingGroupArn": "arn:Group:shop-cluster-big",
            "managedScaling": {"status": "ENABLED", "targetCapacity": 90},
            "managedTerminationProtection": "ENABLED",
            "managedDraining": "ENABLED"
          }
        }
        """,
        (await Run(Config with { TargetCapacityPercent = 90 })).Single<Ecs.CapacityProvider>());

    [Fact]
    public async Task Provider_WithCpuPercent_HasNoManagedScaling() => ResourceAssert.Inputs(
        """
        {
          "name": "shop-dev-big",
          "autoScalingGroupProvider": {
            "autoScalingGroupArn": "arn:Group:shop-cluster-big",
            "managedScaling": {"status": "DISABLED"},
            "managedTerminationProtection": "DISABLED",
            "managedDraining": "ENABLED"
          }
        }
        """,
        (await Run(Config with { MinimumInstances = 1, CpuPercent = 60 })).Single<Ecs.CapacityProvider>());

    [Fact]
    public async Task Group_WithCpuPercent_TracksCpuUtilization()
    {
        var run = await Run(Config with { MinimumInstances = 1, CpuPercent = 60 });

        ResourceAssert.Inputs(
            """
            {
              "autoscalingGroupName": "shop-cluster-big-Group",
              "policyType": "TargetTrackingScaling",
              "estimatedInstanceWarmup": 300,
              "targetTrackingConfiguration": {
                "predefinedMetricSpecification": {"predefinedMetricType": "ASGAverageCPUUtilization"},
                "targetValue": 60
              }
            }
            """,
            run.Single<AutoScaling.Policy>());
        Assert.Equal(false, run.Single<AutoScaling.Group>()["protectFromScaleIn"]);
    }

    [Fact]
    public async Task Group_WithoutCpuPercent_HasNoScalingPolicy() => Assert.Empty((await Run()).All<AutoScaling.Policy>());

    [Fact]
    public async Task Group_HasLimitsAndNoDesiredCapacity()
    {
        var group = (await Run(Config with { MinimumInstances = 1 })).Single<AutoScaling.Group>();

        Assert.Equal(1.0, group["minSize"]);
        Assert.Equal(4.0, group["maxSize"]);
        Assert.False(group.Has("desiredCapacity"));
        Assert.Equal(["subnet-0b100000", "subnet-0b200000"], group.Strings("vpcZoneIdentifiers"));
    }

    [Fact]
    public async Task Group_ProtectsInstancesFromScaleInAndRefreshesThem()
    {
        var group = (await Run()).Single<AutoScaling.Group>();

        Assert.Equal(true, group["protectFromScaleIn"]);
        Assert.Equal(true, group["forceDelete"]);
        Assert.Equal("LaunchTemplate:shop-cluster-big", group["launchTemplate.id"]);
        Assert.Equal("3", group["launchTemplate.version"]);
        Assert.Equal("Rolling", group["instanceRefresh.strategy"]);
        Assert.Equal(100.0, group["instanceRefresh.preferences.minHealthyPercentage"]);
        Assert.Equal(200.0, group["instanceRefresh.preferences.maxHealthyPercentage"]);
        Assert.Equal("Refresh", group["instanceRefresh.preferences.scaleInProtectedInstances"]);
    }

    [Fact]
    public async Task Group_Tags_AreThoseOfTheStackAndAmazonEcsManaged()
    {
        var group = (await Run()).Single<AutoScaling.Group>();

        Assert.Equal(
            ["AmazonECSManaged=true", "Application=shop", "Name=shop-dev-cluster-big", "Stack=dev"],
            Enumerable.Range(0, group.List("tags").Length).Select(index => $"{group[$"tags[{index}].key"]}={group[$"tags[{index}].value"]}"));
        Assert.All(Enumerable.Range(0, 4), index => Assert.Equal(true, group[$"tags[{index}].propagateAtLaunch"]));
    }

    [Fact]
    public async Task Group_DependsOnTheInstanceRole() =>
        Assert.Equal(["shop-cluster-big"], await (await Run()).Single<AutoScaling.Group>().DependsOn());

    [Theory]
    [InlineData(false, "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")]
    [InlineData(true, "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")]
    public async Task Template_Image_IsTheLatestForTheArchitecture(bool isArm, string image) => Assert.Equal(
        image,
        (await Run(Config with { Architecture = isArm ? Architecture.Arm64 : Architecture.X8664 })).Single<Ec2.LaunchTemplate>()["imageId"]);

    [Fact]
    public async Task Template_Metadata_RequiresImdsV2AndOneHop()
    {
        var template = (await Run()).Single<Ec2.LaunchTemplate>();

        Assert.Equal("required", template["metadataOptions.httpTokens"]);
        Assert.Equal(1.0, template["metadataOptions.httpPutResponseHopLimit"]);
    }

    [Fact]
    public async Task Template_RootVolume_IsEncryptedAndHasTheConfiguredSize()
    {
        var template = (await Run(Config with { RootVolumeGiB = 50 })).Single<Ec2.LaunchTemplate>();

        Assert.Equal("/dev/xvda", template["blockDeviceMappings[0].deviceName"]);
        Assert.Equal("gp3", template["blockDeviceMappings[0].ebs.volumeType"]);
        Assert.Equal(50.0, template["blockDeviceMappings[0].ebs.volumeSize"]);
        Assert.Equal("true", template["blockDeviceMappings[0].ebs.encrypted"]);
        Assert.Equal("true", template["blockDeviceMappings[0].ebs.deleteOnTermination"]);
    }

    [Theory]
    [InlineData(false, "false", "subnet-0b100000")]
    [InlineData(true, "true", "subnet-0a100000")]
    public async Task Template_PublicAddress_DependsOnTheSubnets(bool isPublic, string hasAddress, string firstSubnet)
    {
        var run = await Run(Config with { Subnets = isPublic ? SubnetTier.Public : SubnetTier.Private });

        var template = run.Single<Ec2.LaunchTemplate>();
        Assert.Equal(hasAddress, template["networkInterfaces[0].associatePublicIpAddress"]);
        Assert.Equal(["sg-instances"], template.Strings("networkInterfaces[0].securityGroups"));
        Assert.Equal(firstSubnet, run.Single<AutoScaling.Group>().Strings("vpcZoneIdentifiers")[0]);
    }

    [Fact]
    public async Task Template_TagsVolumesAndNetworkInterfaces()
    {
        var template = (await Run()).Single<Ec2.LaunchTemplate>();

        Assert.Equal(
            ["volume shop-dev-cluster-big", "network-interface shop-dev-cluster-big"],
            Enumerable.Range(0, template.List("tagSpecifications").Length)
                .Select(index => $"{template[$"tagSpecifications[{index}].resourceType"]} {template[$"tagSpecifications[{index}].tags.Name"]}"));
    }

    [Fact]
    public async Task Template_UserData_JoinsTheClusterAndBlocksTheInstanceRole()
    {
        var userData = (string)(await Run()).Single<Ec2.LaunchTemplate>()["userData"]!;

        Assert.Equal(
            "#!/bin/bash\ncat >> /etc/ecs/ecs.config <<'END'\nECS_CLUSTER=shop-dev\nECS_AWSVPC_BLOCK_IMDS=true\nEND\n",
            Encoding.UTF8.GetString(Convert.FromBase64String(userData)));
    }

    [Fact]
    public async Task Role_AllowsTheEcsAgentAndSessionManager()
    {
        var run = await Run();

        Assert.Equal("ec2.amazonaws.com", (string?)run.Single<AwsIam.Role>().Json("assumeRolePolicy")["Statement"]![0]!["Principal"]!["Service"]);
        Assert.Equal(
            "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role", run.Single<AwsIam.RolePolicyAttachment>()["policyArn"]);
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [
                    "ssm:UpdateInstanceInformation",
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:OpenDataChannel"
                  ],
                  "Resource": ["*"]
                }
              ]
            }
            """,
            run.Single<AwsIam.RolePolicy>().Json("policy"));
        Assert.Equal("shop-cluster-big-Role", run.Single<AwsIam.InstanceProfile>()["role"]);
        Assert.Equal("arn:InstanceProfile:shop-cluster-big", run.Single<Ec2.LaunchTemplate>()["iamInstanceProfile.arn"]);
    }

    [Fact]
    public async Task Preview_MakesNoLookups() => Assert.Empty((await Run(isPreview: true)).Calls);

    private static Task<StackRun> Run(InstancesConfig? config = null, bool isPreview = false) => TestParts.Run(
        TestConfigs.Minimal,
        parts => _ = new InstanceCapacity(
            "shop-cluster-big",
            new InstanceCapacityArgs
            {
                Context = parts.Context,
                Config = config ?? Config,
                ClusterName = Output.Create("shop-dev"),
                ProviderName = "shop-dev-big",
                Network = parts.Network,
                SecurityGroupId = Output.Create("sg-instances"),
            }),
        isPreview);
}
