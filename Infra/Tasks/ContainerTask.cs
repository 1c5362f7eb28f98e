using Infra.Clusters;
using Pulumi;

namespace Infra.Tasks;

internal sealed record ContainerTaskArgs
{
    public required TaskHost Host { get; init; }

    public required ConfiguredTask Task { get; init; }
}

/// <summary>
/// The task definition of a service or job, with its log group, its secrets, its execution role and its task role.
/// </summary>
internal sealed class ContainerTask : ComponentResource
{
    private const string Type = "infra:index:ContainerTask";
    private const string TasksService = "ecs-tasks.amazonaws.com";

    private readonly string _name;
    private readonly TaskHost _host;
    private readonly ConfiguredTask _task;
    private readonly TaskNames _names;

    public ContainerTask(string name, ContainerTaskArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _host, _task, _names) = (name, args.Host, args.Task, args.Task.NamesIn(args.Host.Context.Names));
        var logGroup = CreateLogGroup();
        var secrets = _task.Task.Secrets.WhenAny(CreateSecrets);
        var image = TaskImage.Create(_task.Image, _host);
        var executionRole = CreateExecutionRole(logGroup, image, secrets);
        var taskRole = CreateTaskRole();
        var containers = TaskContainers.Create(_task, _host, logGroup.Name, image, secrets);
        var definition = CreateDefinition(_name, _names.Family, containers.Application, executionRole, taskRole);

        DefinitionArn = definition.Arn;
        MigrationDefinitionArn = containers.MigrationOnly is { } migration
            ? CreateDefinition($"{_name}-migration", _names.MigrationFamily!, migration, executionRole, taskRole).Arn
            : null;
        ExecutionRoleArn = executionRole.Arn;
        TaskRoleArn = taskRole.Arn;
        LogGroupName = logGroup.Name;
        StoredSecrets = secrets?.Stored ?? new Dictionary<string, Output<string>>();
        RegisterOutputs();
    }

    /// <summary>The ARN of the revision.</summary>
    [Output("definitionArn")]
    public Output<string> DefinitionArn { get; }

    /// <summary>The ARN of the task definition that runs only the migration; null without a migration.</summary>
    public Output<string>? MigrationDefinitionArn { get; }

    [Output("executionRoleArn")]
    public Output<string> ExecutionRoleArn { get; }

    [Output("taskRoleArn")]
    public Output<string> TaskRoleArn { get; }

    [Output("logGroupName")]
    public Output<string> LogGroupName { get; }

    /// <summary>The ARNs of the secrets stored for it, by variable.</summary>
    public IReadOnlyDictionary<string, Output<string>> StoredSecrets { get; }

    private TaskSecrets CreateSecrets(IReadOnlyDictionary<string, SecretConfig> secrets) => new(
        $"{_name}-secrets", new TaskSecretsArgs { Host = _host, Secrets = secrets }, this.ChildComponent());

    private CloudWatch.LogGroup CreateLogGroup() => new(
        _name,
        new CloudWatch.LogGroupArgs
        {
            Name = _names.LogGroup,
            RetentionInDays = _task.Task.LogRetentionDays,
            KmsKeyId = _host.Context.KmsKeyArn!,
        },
        this.Child());

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
    private ServiceRole CreateExecutionRole(CloudWatch.LogGroup logGroup, TaskImage image, TaskSecrets? secrets)
    {
        var readSecrets = secrets?.Permissions ?? Output.Create(ImmutableArray<PolicyStatement>.Empty);
        return new ServiceRole(
            $"{_name}-execution",
            new ServiceRoleArgs
            {
                Context = _host.Context,
                Service = TasksService,
                NamesAccount = false,
                Policy = Output.Tuple(logGroup.Arn, image.PullPermissions, readSecrets).Apply(known => PolicyDocument.Json(
                    [ExecutionPermissions.WriteLog(known.Item1), .. known.Item2, .. known.Item3])),
            },
            this.ChildComponent());
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
    private ServiceRole CreateTaskRole() => new(
        $"{_name}-app",
        new ServiceRoleArgs
        {
            Context = _host.Context,
            Service = TasksService,
            NamesAccount = true,
            Policy = TaskPermissions.Plan(_task, _host),
        },
        this.ChildComponent());

    private Ecs.TaskDefinition CreateDefinition(
        string name, string family, Output<string> containers, ServiceRole executionRole, ServiceRole taskRole)
    {
        var config = _task.Task;
        var definition = new Ecs.TaskDefinitionArgs
        {
            Family = family,
            RequiresCompatibilities = [config.RunsOnInstances ? "EC2" : "FARGATE"],
            NetworkMode = config.NetworkMode == NetworkMode.Host ? "host" : "awsvpc",
            Cpu = $"{config.EffectiveCpuUnits}",
            Memory = $"{config.EffectiveMemoryMiB}",
            RuntimePlatform = new Ecs.Inputs.TaskDefinitionRuntimePlatformArgs
            {
                CpuArchitecture = config.ArchitectureIn(_host.Cluster.Config) == Architecture.Arm64 ? "ARM64" : "X86_64",
                OperatingSystemFamily = "LINUX",
            },
            ExecutionRoleArn = executionRole.Arn,
            TaskRoleArn = taskRole.Arn,
            ContainerDefinitions = containers,
            // A deployment that ECS rolls back needs the revision before, which Pulumi would deregister.
            SkipDestroy = true,
        };
        if (config.Volumes.Count > 0)
        {
            definition.Volumes = [.. TaskVolumes.Plan(config, _host.FileSystems)];
        }

        if (config.EphemeralStorageGiB is { } size)
        {
            definition.EphemeralStorage = new Ecs.Inputs.TaskDefinitionEphemeralStorageArgs { SizeInGib = size };
        }

        var options = this.Child();
        // So that everything that runs the task also waits for the policies of its roles.
        options.DependsOn = [executionRole, taskRole];
        return new Ecs.TaskDefinition(name, definition, options);
    }
}
