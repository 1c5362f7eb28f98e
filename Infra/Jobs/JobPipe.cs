using Infra.Tasks;
using Pulumi;

namespace Infra.Jobs;

internal sealed record JobPipeArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> QueueArn { get; init; }

    public required RunnableTask Task { get; init; }
}

/// <summary>
/// Runs a task once for each message in a queue and passes the message in environment variables. EventBridge Pipes deletes a message once
/// its run has started; a message whose run cannot start is retried and finally moves to the dead-letter queue.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html
/// </summary>
internal sealed class JobPipe : ComponentResource
{
    private const string Type = "infra:index:JobPipe";

    private readonly string _name;
    private readonly JobPipeArgs _args;

    public JobPipe(string name, JobPipeArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var role = CreateRole();
        var pipeOptions = this.Child();
        // A pipe receives messages as soon as it exists.
        pipeOptions.DependsOn = [role];
        var pipe = new Pipes.Pipe(
            AwsNames.Pipe.Fit(name),
            new Pipes.PipeArgs
            {
                RoleArn = role.Arn,
                Source = args.QueueArn,
                SourceParameters = new Pipes.Inputs.PipeSourceParametersArgs
                {
                    // Pipes does not support batches for ECS targets.
                    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html
                    SqsQueueParameters = new Pipes.Inputs.PipeSourceParametersSqsQueueParametersArgs { BatchSize = 1 },
                },
                Target = args.Task.ClusterArn,
                TargetParameters = new Pipes.Inputs.PipeTargetParametersArgs { EcsTaskParameters = PlanTask() },
            },
            pipeOptions);
        PipeName = pipe.Name;
        RegisterOutputs();
    }

    public Output<string> PipeName { get; }

    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
    private ServiceRole CreateRole() => new(
        _name,
        new ServiceRoleArgs
        {
            Context = _args.Context,
            Service = "pipes.amazonaws.com",
            NamesAccount = true,
            Policy = Output.Tuple(_args.Task.Permissions(_args.Context), _args.QueueArn).Apply(known =>
                PolicyDocument.Json([PipePermissions.ReadQueue(known.Item2), .. UseKey(), .. known.Item1])),
        },
        this.ChildComponent());

    private IEnumerable<PolicyStatement> UseKey() =>
        _args.Context.KmsKeyArn is { } key ? [KeyPermissions.Read(key, _args.Context.Region, "sqs")] : [];

    private Pipes.Inputs.PipeTargetParametersEcsTaskParametersArgs PlanTask() => new()
    {
        TaskDefinitionArn = _args.Task.DefinitionArn,
        TaskCount = 1,
        NetworkConfiguration = new Pipes.Inputs.PipeTargetParametersEcsTaskParametersNetworkConfigurationArgs
        {
            AwsVpcConfiguration = new Pipes.Inputs.PipeTargetParametersEcsTaskParametersNetworkConfigurationAwsVpcConfigurationArgs
            {
                Subnets = _args.Task.SubnetIds,
                SecurityGroups = [_args.Task.SecurityGroupId],
                AssignPublicIp = _args.Task.AssignPublicIp ? "ENABLED" : "DISABLED",
            },
        },
        CapacityProviderStrategies =
        [
            .. _args.Task.CapacityProviders.Select(share => new Pipes.Inputs.PipeTargetParametersEcsTaskParametersCapacityProviderStrategyArgs
            {
                CapacityProvider = share.Provider,
                Base = share.Base,
                Weight = share.Weight,
            }),
        ],
        EnableEcsManagedTags = true,
        EnableExecuteCommand = false,
        PropagateTags = "TASK_DEFINITION",
        Overrides = new Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesArgs { ContainerOverrides = [PlanContainer()] },
    };

    private Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesContainerOverrideArgs PlanContainer()
    {
        var container = new Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesContainerOverrideArgs
        {
            Name = _args.Task.ContainerName,
            // The provider sends 0 for omitted values, with which the container cannot start (hashicorp/terraform-provider-aws#42564).
            Cpu = _args.Task.Limits.CpuUnits!.Value,
            Memory = _args.Task.Limits.MemoryMiB!.Value,
            Environments = [.. PlanEnvironment()],
        };
        if (_args.Task.Limits.MemoryReservationMiB is { } reserved)
        {
            container.MemoryReservation = reserved;
        }

        return container;
    }

    private static IEnumerable<Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesContainerOverrideEnvironmentArgs> PlanEnvironment() =>
        EventVariables.OfMessage.Paths
            .OrderBy(path => path.Key, StringComparer.Ordinal)
            .Select(path => new Pipes.Inputs.PipeTargetParametersEcsTaskParametersOverridesContainerOverrideEnvironmentArgs
            {
                Name = path.Key,
                Value = path.Value,
            });
}

/// <summary>
/// The permissions of a pipe for its source queue.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html#pipes-perms-sqs
/// </summary>
internal static class PipePermissions
{
    public static PolicyStatement ReadQueue(string queueArn) =>
        PolicyStatement.Allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], queueArn);
}
