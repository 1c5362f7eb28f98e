using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components;

internal sealed record ServiceTaskArgs
{
    public required StackContext Context { get; init; }

    public required ServiceConfig Config { get; init; }

    public required Placeholders Placeholders { get; init; }

    public TaskSecrets? Secrets { get; init; }

    public Storage? Storage { get; init; }
}

/// <summary>What runs: the task definition with its log and its two roles, one to start the task and one for the application in it.</summary>
internal sealed class ServiceTask : ComponentResource
{
    private const string Type = "infra:index:ServiceTask";
    private const string TasksService = "ecs-tasks.amazonaws.com";

    private readonly string _name;
    private readonly ServiceTaskArgs _args;

    public ServiceTask(string name, ServiceTaskArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        WarnOfMovingImage();
        var logGroup = CreateLogGroup();
        var executionRole = CreateExecutionRole(logGroup);
        var taskRole = CreateTaskRole();
        var definition = CreateDefinition(logGroup, executionRole, taskRole);

        DefinitionArn = definition.Arn;
        LogGroupName = logGroup.Name;
        RegisterOutputs();
    }

    /// <summary>The ARN of this very revision.</summary>
    [Output("definitionArn")]
    public Output<string> DefinitionArn { get; }

    [Output("logGroupName")]
    public Output<string> LogGroupName { get; }

    // ECS resolves a tag when a deployment starts, so pushing to the same tag changes nothing until the next one.
    private void WarnOfMovingImage()
    {
        if (ImageReference.TryParse(_args.Config.Image, out var image) && image.IsMoving)
        {
            Log.Warn($"{_args.Config.Image} may mean another image tomorrow; name a version or a digest", this);
        }
    }

    private CloudWatch.LogGroup CreateLogGroup() => new(
        _name,
        new CloudWatch.LogGroupArgs { Name = _args.Context.Names.LogGroup, RetentionInDays = _args.Config.LogRetentionDays },
        this.Child());

    private ServiceRole CreateExecutionRole(CloudWatch.LogGroup logGroup)
    {
        var secrets = _args.Secrets?.Permissions ?? Output.Create(ImmutableArray<PolicyStatement>.Empty);
        return new ServiceRole(
            $"{_name}-execution",
            new ServiceRoleArgs
            {
                Context = _args.Context,
                Service = TasksService,
                Policy = Output.Tuple(logGroup.Arn, secrets).Apply(known => PolicyDocument.Json(
                    [.. ExecutionPermissions.For(known.Item1, _args.Config.Image), .. known.Item2])),
            },
            this.ChildComponent());
    }

    private ServiceRole CreateTaskRole() => new(
        $"{_name}-app",
        new ServiceRoleArgs { Context = _args.Context, Service = TasksService, Policy = PlanTaskPolicy() },
        this.ChildComponent());

    // IAM has no empty policies, so an application that may do nothing has none.
    private Output<string>? PlanTaskPolicy()
    {
        var statements = (List<Output<PolicyStatement>>)
        [
            .. _args.Storage?.Permissions() ?? [],
            .. _args.Config.Permissions.Select(Statement),
            .. _args.Config.Exec ? [Output.Create(ExecPermissions.Statement)] : (Output<PolicyStatement>[])[],
        ];

        return statements.Count > 0 ? Output.All(statements).Apply(known => PolicyDocument.Json(known)) : null;
    }

    private Output<PolicyStatement> Statement(PermissionConfig permission) => Output
        .All(permission.Resources.Select(_args.Placeholders.Render))
        .Apply(resources => PolicyStatement.Allow(permission.Actions, resources));

    private Ecs.TaskDefinition CreateDefinition(CloudWatch.LogGroup logGroup, ServiceRole executionRole, ServiceRole taskRole)
    {
        var config = _args.Config;
        var definition = new Ecs.TaskDefinitionArgs
        {
            Family = _args.Context.Names.Deployment,
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = $"{config.CpuUnits}",
            Memory = $"{config.MemoryMiB}",
            RuntimePlatform = new Ecs.Inputs.TaskDefinitionRuntimePlatformArgs
            {
                CpuArchitecture = config.Architecture == Architecture.Arm64 ? "ARM64" : "X86_64",
                OperatingSystemFamily = "LINUX",
            },
            ExecutionRoleArn = executionRole.Arn,
            TaskRoleArn = taskRole.Arn,
            ContainerDefinitions = PlanContainers(logGroup),
        };
        if (config.EphemeralStorageGiB is { } size)
        {
            definition.EphemeralStorage = new Ecs.Inputs.TaskDefinitionEphemeralStorageArgs { SizeInGib = size };
        }

        return new Ecs.TaskDefinition(_name, definition, this.Child());
    }

    private Output<string> PlanContainers(CloudWatch.LogGroup logGroup)
    {
        var environment = OutputMaps.Join(_args.Config.Environment.ToDictionary(
            variable => variable.Key, variable => _args.Placeholders.Render(variable.Value)));
        var secrets = _args.Secrets?.ValuesFrom ?? Output.Create(ImmutableDictionary<string, string>.Empty);

        return Output.Tuple(logGroup.Name, environment, secrets).Apply(known => ContainerDefinition.Json(
            [PlanContainer(known.Item1, known.Item2, known.Item3)]));
    }

    private ContainerDefinition PlanContainer(
        string logGroup, ImmutableDictionary<string, string> environment, ImmutableDictionary<string, string> secrets) => new()
        {
            Name = _args.Context.Names.Service,
            Image = _args.Config.Image,
            Port = _args.Config.ContainerPort,
            EntryPoint = _args.Config.EntryPoint,
            Command = _args.Config.Command,
            Environment = environment,
            Secrets = secrets,
            LogGroup = logGroup,
            Region = _args.Context.Region,
            HealthCheck = _args.Config.ContainerHealthCheck?.Plan(),
            ReadonlyRootFilesystem = _args.Config.ReadonlyRootFilesystem,
            InitProcess = _args.Config.InitProcess,
            StopTimeoutSeconds = _args.Config.StopTimeoutSeconds,
        };
}
