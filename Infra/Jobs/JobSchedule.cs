using Infra.Tasks;
using Pulumi;

namespace Infra.Jobs;

internal sealed record JobScheduleArgs
{
    public required StackContext Context { get; init; }

    public required JobScheduleConfig Config { get; init; }

    public required RunnableTask Task { get; init; }
}

/// <summary>Runs a task on a schedule. A run that cannot start within an hour leaves a message in a dead-letter queue.</summary>
internal sealed class JobSchedule : ComponentResource
{
    private const string Type = "infra:index:JobSchedule";

    // A run that starts much later could overlap the next one.
    private const int RetrySeconds = 3600;
    private const int RetryAttempts = 10;

    private readonly string _name;
    private readonly JobScheduleArgs _args;

    public JobSchedule(string name, JobScheduleArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var deadLetters = new DeadLetterQueue($"{name}-failed", new DeadLetterQueueArgs { Context = args.Context }, this.ChildComponent());
        var role = CreateRole(deadLetters);
        ScheduleName = CreateSchedule(role, deadLetters).Name;
        DeadLetterQueueName = deadLetters.QueueName;
        RegisterOutputs();
    }

    public Output<string> ScheduleName { get; }

    /// <summary>The queue with the runs that could not be started.</summary>
    [Output("deadLetterQueueName")]
    public Output<string> DeadLetterQueueName { get; }

    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
    private ServiceRole CreateRole(DeadLetterQueue deadLetters) => new(
        _name,
        new ServiceRoleArgs
        {
            Context = _args.Context,
            Service = "scheduler.amazonaws.com",
            NamesAccount = true,
            Policy = Output.Tuple(_args.Task.Permissions(_args.Context), deadLetters.Arn).Apply(known =>
                PolicyDocument.Json([.. known.Item1, DeadLetterPermissions.Send(known.Item2), .. UseKey()])),
        },
        this.ChildComponent());

    // EventBridge Scheduler sends to the dead-letter queue with the schedule's role.
    private IEnumerable<PolicyStatement> UseKey() =>
        _args.Context.KmsKeyArn is { } key ? [KeyPermissions.Write(key, _args.Context.Region, "sqs")] : [];

    private Scheduler.Schedule CreateSchedule(ServiceRole role, DeadLetterQueue deadLetters)
    {
        var options = this.Child();
        options.DependsOn = [role];
        return new Scheduler.Schedule(
            AwsNames.Schedule.Fit(_name),
            new Scheduler.ScheduleArgs
            {
                ScheduleExpression = _args.Config.Expression,
                ScheduleExpressionTimezone = _args.Config.TimeZone,
                FlexibleTimeWindow = new Scheduler.Inputs.ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
                Target = new Scheduler.Inputs.ScheduleTargetArgs
                {
                    Arn = _args.Task.ClusterArn,
                    RoleArn = role.Arn,
                    EcsParameters = PlanTask(),
                    DeadLetterConfig = new Scheduler.Inputs.ScheduleTargetDeadLetterConfigArgs { Arn = deadLetters.Arn },
                    RetryPolicy = new Scheduler.Inputs.ScheduleTargetRetryPolicyArgs
                    {
                        MaximumEventAgeInSeconds = RetrySeconds,
                        MaximumRetryAttempts = RetryAttempts,
                    },
                },
            },
            options);
    }

    private Scheduler.Inputs.ScheduleTargetEcsParametersArgs PlanTask() => new()
    {
        TaskDefinitionArn = _args.Task.DefinitionArn,
        TaskCount = 1,
        NetworkConfiguration = new Scheduler.Inputs.ScheduleTargetEcsParametersNetworkConfigurationArgs
        {
            Subnets = _args.Task.SubnetIds,
            SecurityGroups = [_args.Task.SecurityGroupId],
            AssignPublicIp = _args.Task.AssignPublicIp,
        },
        CapacityProviderStrategies =
        [
            .. _args.Task.CapacityProviders.Select(share => new Scheduler.Inputs.ScheduleTargetEcsParametersCapacityProviderStrategyArgs
            {
                CapacityProvider = share.Provider,
                Base = share.Base,
                Weight = share.Weight,
            }),
        ],
        EnableEcsManagedTags = true,
        EnableExecuteCommand = false,
        PropagateTags = "TASK_DEFINITION",
    };
}
