using Infra.Tasks;
using Pulumi;

namespace Infra.Jobs;

internal sealed record JobEventArgs
{
    public required StackContext Context { get; init; }

    public required JobEventConfig Config { get; init; }

    public required RunnableTask Task { get; init; }

    /// <summary>S3 names of the buckets by their names in the stack file. Their notifications must be on; see <see cref="BucketEvents"/>.</summary>
    public IReadOnlyDictionary<string, Output<string>> BucketNames { get; init; } = new Dictionary<string, Output<string>>();
}

/// <summary>Runs a task once for each event and passes the event in environment variables. A run that cannot start within an hour leaves a message in a dead-letter queue.</summary>
internal sealed class JobEvent : ComponentResource
{
    private const string Type = "infra:index:JobEvent";
    private const int RetrySeconds = 3600;
    private const int RetryAttempts = 10;

    private readonly string _name;
    private readonly JobEventArgs _args;

    public JobEvent(string name, JobEventArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var rule = new CloudWatch.EventRule(AwsNames.EventRule.Fit(name), new CloudWatch.EventRuleArgs { EventPattern = PlanPattern() }, this.Child());
        var deadLetters = new DeadLetterQueue(
            $"{name}-failed", new DeadLetterQueueArgs { Context = args.Context, RuleArn = rule.Arn }, this.ChildComponent());
        var role = CreateRole();
        CreateTarget(rule, role, deadLetters);

        RuleName = rule.Name;
        DeadLetterQueueName = deadLetters.QueueName;
        RegisterOutputs();
    }

    public Output<string> RuleName { get; }

    /// <summary>The queue with the events whose run could not be started.</summary>
    [Output("deadLetterQueueName")]
    public Output<string> DeadLetterQueueName { get; }

    private Input<string> PlanPattern() => _args.Config.Bucket is { } bucket
        ? _args.BucketNames[bucket].Apply(name => ObjectCreatedPattern.Json(name, _args.Config.Prefix, _args.Config.Suffix))
        : _args.Config.Pattern!;

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
    private ServiceRole CreateRole() => new(
        _name,
        new ServiceRoleArgs
        {
            Context = _args.Context,
            Service = "events.amazonaws.com",
            NamesAccount = false,
            Policy = _args.Task.Permissions(_args.Context).Apply(PolicyDocument.Json),
        },
        this.ChildComponent());

    private void CreateTarget(CloudWatch.EventRule rule, ServiceRole role, DeadLetterQueue deadLetters)
    {
        var variables = _args.Config.Variables;
        var options = this.Child();
        // An event may arrive at once, and must find the permissions that it needs.
        options.DependsOn = [role, deadLetters];
        _ = new CloudWatch.EventTarget(
            AwsNames.EventTarget.Fit(_name),
            new CloudWatch.EventTargetArgs
            {
                Rule = rule.Name,
                Arn = _args.Task.ClusterArn,
                RoleArn = role.Arn,
                EcsTarget = PlanTask(),
                InputTransformer = new CloudWatch.Inputs.EventTargetInputTransformerArgs
                {
                    InputPaths = new Dictionary<string, string>(variables.Paths),
                    InputTemplate = variables.Template(_args.Task.ContainerName),
                },
                DeadLetterConfig = new CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = deadLetters.Arn },
                RetryPolicy = new CloudWatch.Inputs.EventTargetRetryPolicyArgs
                {
                    MaximumEventAgeInSeconds = RetrySeconds,
                    MaximumRetryAttempts = RetryAttempts,
                },
            },
            options);
    }

    private CloudWatch.Inputs.EventTargetEcsTargetArgs PlanTask() => new()
    {
        TaskDefinitionArn = _args.Task.DefinitionArn,
        TaskCount = 1,
        NetworkConfiguration = new CloudWatch.Inputs.EventTargetEcsTargetNetworkConfigurationArgs
        {
            Subnets = _args.Task.SubnetIds,
            SecurityGroups = [_args.Task.SecurityGroupId],
            AssignPublicIp = _args.Task.AssignPublicIp,
        },
        CapacityProviderStrategies =
        [
            .. _args.Task.CapacityProviders.Select(share => new CloudWatch.Inputs.EventTargetEcsTargetCapacityProviderStrategyArgs
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
