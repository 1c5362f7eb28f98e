using Infra.Networking;
using Pulumi;

namespace Infra.Clusters;

internal sealed record InstanceCapacityArgs
{
    public required StackContext Context { get; init; }

    public required InstancesConfig Config { get; init; }

    /// <summary>The cluster that the instances join.</summary>
    public required Output<string> ClusterName { get; init; }

    /// <summary>The name of the capacity provider.</summary>
    public required string ProviderName { get; init; }

    public required Network Network { get; init; }

    public required Output<string> SecurityGroupId { get; init; }
}

/// <summary>
/// A capacity provider of EC2 instances. ECS scales them by the tasks that need capacity, or their CPU load does, and drains an instance
/// before it is terminated. Each instance starts from the latest ECS-optimized AMI, and is billed whether tasks run on it or not.
/// </summary>
internal sealed class InstanceCapacity : ComponentResource
{
    private const string Type = "infra:index:InstanceCapacity";

    // The idle CPU of an instance must not count until it has joined the cluster and runs tasks.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html
    private const int WarmUpSeconds = 300;

    private readonly string _name;
    private readonly InstanceCapacityArgs _args;

    public InstanceCapacity(string name, InstanceCapacityArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var role = CreateRole();
        var template = CreateTemplate(role);
        var group = CreateGroup(template, role);
        var provider = CreateProvider(group);
        CreateScalingPolicy(group);

        ProviderName = provider.Name;
        GroupName = group.Name;
        RegisterOutputs();
    }

    [Output("providerName")]
    public Output<string> ProviderName { get; }

    /// <summary>The name of the Auto Scaling group.</summary>
    public Output<string> GroupName { get; }

    public bool HasPublicAddresses => _args.Config.Subnets == SubnetTier.Public;

    /// <summary>The command that lists the public addresses of the instances. Auto Scaling tags each of them with the name of its group.</summary>
    public Output<string> AddressCommand(string region) => GroupName.Apply(group =>
        $"aws ec2 describe-instances --region {region} --filters Name=tag:aws:autoscaling:groupName,Values={group} "
        + "Name=instance-state-name,Values=running --query 'Reservations[].Instances[].PublicIpAddress' --output text");

    // Besides ECS, the role allows Session Manager, with which operators open shells without an SSH key or an open port.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
    private ServiceRole CreateRole() => new(
        _name,
        new ServiceRoleArgs
        {
            Context = _args.Context,
            Service = "ec2.amazonaws.com",
            NamesAccount = false,
            ManagedPolicies = ["service-role/AmazonEC2ContainerServiceforEC2Role"],
            Policy = Output.Create(PolicyDocument.Json([SessionManagerPermissions.Statement])),
        },
        this.ChildComponent());

    private Ec2.LaunchTemplate CreateTemplate(ServiceRole role)
    {
        var options = this.Child();
        options.DependsOn = [role];
        var profile = new AwsIam.InstanceProfile(_name, new AwsIam.InstanceProfileArgs { Role = role.RoleName }, options);
        return new Ec2.LaunchTemplate(
            _name,
            new Ec2.LaunchTemplateArgs
            {
                ImageId = Image(_args.Config.EffectiveArchitecture),
                InstanceType = _args.Config.InstanceType,
                UserData = _args.ClusterName.Apply(InstanceUserData.Create),
                IamInstanceProfile = new Ec2.Inputs.LaunchTemplateIamInstanceProfileArgs { Arn = profile.Arn },
                // IMDSv2 only, and not from containers in bridge mode, which are a hop away; InstanceUserData blocks those in awsvpc mode.
                MetadataOptions = new Ec2.Inputs.LaunchTemplateMetadataOptionsArgs
                {
                    HttpEndpoint = "enabled",
                    HttpTokens = "required",
                    HttpPutResponseHopLimit = 1,
                },
                BlockDeviceMappings = [PlanRootVolume()],
                NetworkInterfaces = [PlanNetworkInterface()],
                TagSpecifications = [PlanTags("volume"), PlanTags("network-interface")],
            },
            this.Child());
    }

    // EC2 resolves the parameter at each launch, so no lookup is needed at deployment.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
    private static string Image(Architecture architecture) =>
        $"resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/{(architecture == Architecture.Arm64 ? "arm64/" : "")}recommended/image_id";

    private Ec2.Inputs.LaunchTemplateBlockDeviceMappingArgs PlanRootVolume() => new()
    {
        DeviceName = "/dev/xvda",
        Ebs = new Ec2.Inputs.LaunchTemplateBlockDeviceMappingEbsArgs
        {
            VolumeType = "gp3",
            VolumeSize = _args.Config.RootVolumeGiB,
            Encrypted = "true",
            DeleteOnTermination = "true",
        },
    };

    private Ec2.Inputs.LaunchTemplateNetworkInterfaceArgs PlanNetworkInterface() => new()
    {
        AssociatePublicIpAddress = HasPublicAddresses ? "true" : "false",
        SecurityGroups = [_args.SecurityGroupId],
        DeleteOnTermination = "true",
    };

    private Ec2.Inputs.LaunchTemplateTagSpecificationArgs PlanTags(string resourceType) => new()
    {
        ResourceType = resourceType,
        Tags = new Dictionary<string, string>(_args.Context.Tags.For(_name)),
    };

    private AutoScaling.Group CreateGroup(Ec2.LaunchTemplate template, ServiceRole role)
    {
        var options = this.Child();
        // An instance whose role has no permissions yet does not join the cluster.
        options.DependsOn = [role];
        return new AutoScaling.Group(
            _name,
            new AutoScaling.GroupArgs
            {
                MinSize = _args.Config.MinimumInstances,
                MaxSize = _args.Config.MaximumInstances,
                VpcZoneIdentifiers = _args.Network.SubnetIds(_args.Config.Subnets),
                LaunchTemplate = new AutoScaling.Inputs.GroupLaunchTemplateArgs
                {
                    Id = template.Id,
                    // A number instead of $Latest, because only a change of this input starts an instance refresh.
                    Version = template.LatestVersion.Apply(version => $"{version}"),
                },
                // Managed draining holds instances for up to an hour, longer than the provider waits for the deletion. The services that used
                // them are gone by then.
                ForceDelete = true,
                // ECS removes the protection from the instances that it terminates; without managed scaling nothing would.
                ProtectFromScaleIn = _args.Config.FollowsTasks,
                InstanceRefresh = PlanRefresh(),
                Tags = [.. PlanTags()],
            },
            options);
    }

    // New instances launch before old ones are terminated. Without Refresh, the scale-in protection would block it.
    private static AutoScaling.Inputs.GroupInstanceRefreshArgs PlanRefresh() => new()
    {
        Strategy = "Rolling",
        Preferences = new AutoScaling.Inputs.GroupInstanceRefreshPreferencesArgs
        {
            MinHealthyPercentage = 100,
            MaxHealthyPercentage = 200,
            ScaleInProtectedInstances = "Refresh",
        },
    };

    // ECS adds this tag to the groups that it manages; without it here, each deployment would remove it.
    private IEnumerable<AutoScaling.Inputs.GroupTagArgs> PlanTags() => _args.Context.Tags.For(_name)
        .Append(KeyValuePair.Create(ResourceTags.ManagedByEcs, "true"))
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new AutoScaling.Inputs.GroupTagArgs { Key = tag.Key, Value = tag.Value, PropagateAtLaunch = true });

    private Ecs.CapacityProvider CreateProvider(AutoScaling.Group group) => new(
        _name,
        new Ecs.CapacityProviderArgs
        {
            Name = _args.ProviderName,
            AutoScalingGroupProvider = new Ecs.Inputs.CapacityProviderAutoScalingGroupProviderArgs
            {
                AutoScalingGroupArn = group.Arn,
                ManagedScaling = PlanManagedScaling(),
                // It requires managed scaling.
                // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoScalingGroupProvider.html
                ManagedTerminationProtection = _args.Config.FollowsTasks ? "ENABLED" : "DISABLED",
                ManagedDraining = "ENABLED",
            },
        },
        this.Child());

    private Ecs.Inputs.CapacityProviderAutoScalingGroupProviderManagedScalingArgs PlanManagedScaling() => _args.Config.FollowsTasks
        ? new() { Status = "ENABLED", TargetCapacity = _args.Config.EffectiveTargetCapacityPercent }
        : new() { Status = "DISABLED" };

    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
    private void CreateScalingPolicy(AutoScaling.Group group)
    {
        if (_args.Config.CpuPercent is { } percent)
        {
            _ = new AutoScaling.Policy(
                $"{_name}-cpu",
                new AutoScaling.PolicyArgs
                {
                    AutoscalingGroupName = group.Name,
                    PolicyType = "TargetTrackingScaling",
                    EstimatedInstanceWarmup = WarmUpSeconds,
                    TargetTrackingConfiguration = new AutoScaling.Inputs.PolicyTargetTrackingConfigurationArgs
                    {
                        PredefinedMetricSpecification = new AutoScaling.Inputs.PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs
                        {
                            PredefinedMetricType = "ASGAverageCPUUtilization",
                        },
                        TargetValue = percent,
                    },
                },
                this.Child());
        }
    }
}
