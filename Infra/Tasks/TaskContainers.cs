using Pulumi;

namespace Infra.Tasks;

/// <summary>The container definitions of a task, as JSON.</summary>
/// <param name="Application">The application and, if it has one, its migration.</param>
/// <param name="MigrationOnly">The migration only; null without one.</param>
internal sealed record TaskContainers(Output<string> Application, Output<string>? MigrationOnly)
{
    public static TaskContainers Create(ConfiguredTask task, TaskHost host, Output<string> logGroupName, TaskImage image, TaskSecrets? secrets)
    {
        var environment = OutputMaps.Join(task.Task.Environment.ToDictionary(
            variable => variable.Key, variable => host.Parts.Placeholders.Render(variable.Value)));
        var valuesFrom = secrets?.ValuesFrom ?? Output.Create(ImmutableDictionary<string, string>.Empty);
        var application = Output.Tuple(logGroupName, image.Reference, environment, valuesFrom).Apply(known =>
            PlanApplication(task, host.Context, new Resolved(known.Item1, known.Item2, known.Item3, known.Item4)));

        return task.Migration is { } migration
            ? WithMigration(application, migration)
            : new TaskContainers(application.Apply(container => ContainerDefinition.Json([container])), MigrationOnly: null);
    }

    private static TaskContainers WithMigration(Output<ContainerDefinition> application, MigrationConfig migration) => new(
        application.Apply(container => ContainerDefinition.Json(
        [
            container with { StartsAfterSuccessOf = [MigrationName(container.Name)] },
            PlanMigration(container, migration) with { Essential = false },
        ])),
        application.Apply(container => ContainerDefinition.Json([PlanMigration(container, migration)])));

    private static ContainerDefinition PlanApplication(ConfiguredTask task, StackContext context, Resolved resolved) => new()
    {
        Name = task.NamesIn(context.Names).InCluster,
        Image = resolved.Image,
        Ports = task.Ports,
        EntryPoint = task.Task.EntryPoint,
        Command = task.Task.Command,
        Environment = resolved.Environment,
        Secrets = resolved.Secrets,
        LogGroup = resolved.LogGroup,
        Region = context.Region,
        HealthCheck = task.Task.ContainerHealthCheck?.Plan(),
        ReadonlyRootFilesystem = task.Task.ReadonlyRootFilesystem,
        InitProcess = task.Task.InitProcess,
        StopTimeoutSeconds = task.Task.StopTimeoutSeconds,
        RestartPolicy = task.Task.RestartPolicy?.Plan(),
        Limits = task.Task.ContainerLimits?.Plan() ?? new ContainerLimits(),
        User = task.Task.User,
        WorkingDirectory = task.Task.WorkingDirectory,
        Mounts = TaskVolumes.MountsOf(task.Task),
    };

    // The same container with another command, and without ports, health check and restarts.
    private static ContainerDefinition PlanMigration(ContainerDefinition application, MigrationConfig migration) => application with
    {
        Name = MigrationName(application.Name),
        Ports = [],
        EntryPoint = migration.EntryPoint,
        Command = migration.Command,
        HealthCheck = null,
        RestartPolicy = null,
    };

    /// <summary>The container of the migration of an application; not only "migration", which can be the name of an application.</summary>
    public static string MigrationName(string application) => $"{application}-migration";

    private sealed record Resolved(
        string LogGroup, string Image, ImmutableDictionary<string, string> Environment, ImmutableDictionary<string, string> Secrets);
}
