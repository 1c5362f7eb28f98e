using Infra.Clusters;
using Infra.Networking;
using Pulumi;

namespace Infra.Tasks;

/// <summary>Everything needed to run a task that no service keeps running.</summary>
internal sealed record RunnableTask
{
    /// <summary>The ARN of the revision to run.</summary>
    public required Output<string> DefinitionArn { get; init; }

    /// <summary>The family that all revisions share.</summary>
    public required string Family { get; init; }

    public required Output<string> ExecutionRoleArn { get; init; }

    public required Output<string> TaskRoleArn { get; init; }

    public required Output<string> ClusterArn { get; init; }

    public required Output<ImmutableArray<string>> SubnetIds { get; init; }

    public required Output<string> SecurityGroupId { get; init; }

    public required bool AssignPublicIp { get; init; }

    /// <summary>Whether it has an address of its own, not that of its instance.</summary>
    public required bool HasAddress { get; init; }

    public required IReadOnlyList<CapacityShare> CapacityProviders { get; init; }

    public required string ContainerName { get; init; }

    /// <summary>What the container has of the task: all of it where nothing else is said.</summary>
    public required ContainerLimits Limits { get; init; }

    /// <summary>A task of the stack with one of its definitions.</summary>
    public static RunnableTask Create(ContainerTask task, ConfiguredTask configured, TaskHost host) => new()
    {
        DefinitionArn = task.DefinitionArn,
        Family = configured.NamesIn(host.Context.Names).Family,
        ExecutionRoleArn = task.ExecutionRoleArn,
        TaskRoleArn = task.TaskRoleArn,
        ClusterArn = host.Cluster.Arn,
        SubnetIds = host.Network.SubnetIds(configured.Task.Subnets),
        SecurityGroupId = host.SecurityGroups.IdOf(configured.Peer),
        AssignPublicIp = configured.Task.Subnets == SubnetTier.Public && !configured.Task.RunsOnInstances,
        HasAddress = configured.Task.NetworkMode == NetworkMode.Awsvpc,
        CapacityProviders = TaskCapacity.SharesOf(configured.Task, host.Context.Names),
        ContainerName = configured.NamesIn(host.Context.Names).InCluster,
        Limits = LimitsOf(configured.Task),
    };

    /// <summary>What a trigger may do to run it.</summary>
    public Output<IReadOnlyList<PolicyStatement>> Permissions(StackContext context) => Output
        .Tuple(context.Arn("ecs", $"task-definition/{Family}:*"), context.EveryTaskArn, ClusterArn, ExecutionRoleArn, TaskRoleArn)
        .Apply(known => RunTaskPermissions.For(known.Item1, known.Item2, known.Item3, [known.Item4, known.Item5]));

    /// <summary>The command that runs it now.</summary>
    public Output<string> Command(string region) => Output
        .Tuple(ClusterArn, DefinitionArn, SubnetIds, SecurityGroupId)
        .Apply(known => new RunTaskCommand
        {
            Region = region,
            Cluster = known.Item1,
            TaskDefinition = known.Item2,
            Network = HasAddress
                ? new RunTaskNetwork { Subnets = known.Item3, SecurityGroup = known.Item4, AssignPublicIp = AssignPublicIp }
                : null,
            CapacityProviders = CapacityProviders,
        }.Text());

    private static ContainerLimits LimitsOf(TaskConfig task)
    {
        var limits = task.ContainerLimits?.Plan() ?? new ContainerLimits();
        return limits with
        {
            CpuUnits = limits.CpuUnits ?? task.EffectiveCpuUnits,
            MemoryMiB = limits.MemoryMiB ?? task.EffectiveMemoryMiB,
        };
    }
}
