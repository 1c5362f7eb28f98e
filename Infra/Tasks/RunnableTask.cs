using Infra.Networking;
using Pulumi;

namespace Infra.Tasks;

/// <summary>A task that is run once, such as a job or a migration.</summary>
internal sealed record RunnableTask
{
    /// <summary>The ARN of the revision.</summary>
    public required Output<string> DefinitionArn { get; init; }

    /// <summary>The family of all revisions.</summary>
    public required string Family { get; init; }

    public required Output<string> ExecutionRoleArn { get; init; }

    public required Output<string> TaskRoleArn { get; init; }

    public required Output<string> ClusterArn { get; init; }

    public required Output<ImmutableArray<string>> SubnetIds { get; init; }

    public required Output<string> SecurityGroupId { get; init; }

    public required bool AssignPublicIp { get; init; }

    /// <summary>Whether it has a network interface, with <c>networkMode: awsvpc</c>.</summary>
    public required bool HasNetworkInterface { get; init; }

    public required IReadOnlyList<CapacityShare> CapacityProviders { get; init; }

    public required string ContainerName { get; init; }

    public required Output<string> LogGroupName { get; init; }

    /// <summary>The limits of the container; by default the size of the task.</summary>
    public required ContainerLimits Limits { get; init; }

    /// <summary>A task of the stack with its task definition.</summary>
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
        HasNetworkInterface = configured.Task.NetworkMode == NetworkMode.Awsvpc,
        CapacityProviders = TaskCapacity.SharesOf(configured.Task, host.Context.Names),
        ContainerName = configured.NamesIn(host.Context.Names).InCluster,
        LogGroupName = task.LogGroupName,
        Limits = LimitsOf(configured.Task),
    };

    /// <summary>The migration of a service as a task of its own.</summary>
    public static RunnableTask CreateMigration(ContainerTask task, ConfiguredTask configured, TaskHost host)
    {
        var service = Create(task, configured, host);
        return service with { DefinitionArn = task.MigrationDefinitionArn!, ContainerName = TaskContainers.MigrationName(service.ContainerName) };
    }

    /// <summary>The permissions of a trigger that runs it.</summary>
    public Output<IReadOnlyList<PolicyStatement>> Permissions(StackContext context) => Output
        .Tuple(context.Arn("ecs", $"task-definition/{Family}:*"), context.EveryTaskArn, ClusterArn, ExecutionRoleArn, TaskRoleArn)
        .Apply(known => RunTaskPermissions.Plan(known.Item1, known.Item2, known.Item3, [known.Item4, known.Item5]));

    /// <summary>The AWS CLI command that runs it.</summary>
    public Output<string> Command(string region) => Output
        .Tuple(ClusterArn, DefinitionArn, SubnetIds, SecurityGroupId, LogGroupName)
        .Apply(known => new RunTaskCommand
        {
            Region = region,
            Cluster = known.Item1,
            TaskDefinition = known.Item2,
            LogGroup = known.Item5,
            Container = ContainerName,
            Network = HasNetworkInterface
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
