using System.Text;
using Infra.Configuration.Binding;
using Infra.Stack.Quotas;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>The estimated sizes of task definitions and of the policies of their roles, checked against quotas.</summary>
internal static class TaskSums
{
    // JSON of a container besides the values of the stack file.
    private const int BytesAround = 1000;
    private const int BytesOfVariable = 24;
    private const int BytesOfWord = 3;

    // The suffix of a secret ARN with JSON key and version.
    private const int BytesOfVersion = 40;

    public static IReadOnlyList<KeyPath> Keys { get; } =
    [
        Key(stack => stack.Name),
        Key(stack => stack.Buckets),
        Key(stack => stack.Queues),
        Key(stack => stack.FileSystems),
        Key(stack => stack.Repositories),
        Key(stack => stack.Service),
        Key(stack => stack.Services),
        Key(stack => stack.Jobs),
    ];

    public static IEnumerable<PlannedSum> Of(StackConfig config)
    {
        var planned = new PlannedNames(config.Name);
        return config.AllTasks.SelectMany(task => (PlannedSum[])[OfTaskRole(task, config, planned), OfExecutionRole(task, config, planned), OfDefinition(task, config, planned)]);
    }

    private static PlannedSum OfTaskRole(ConfiguredTask task, StackConfig config, PlannedNames planned)
    {
        var count = PolicyDocument.Json(
        [
            .. config.Parts.SelectMany(part => part
                .PermissionsFor(task.Task, new AwsScope(PlannedNames.Region, config.KmsKeyArn))
                .Select(permission => permission.Statement([.. permission.Of.Select(name => part.PlannedArn(name, planned))]))),
            .. task.Task.Permissions.Select(permission => PolicyStatement.Allow(permission.Actions, [.. permission.Resources.Select(text => Render(text, config, planned))])),
            .. task.Task.Exec
                ? [ExecPermissions.Statement, ExecPermissions.ListLogGroups, ExecPermissions.WriteTranscript(planned.LogGroup)]
                : (PolicyStatement[])[],
            .. task.HasPeerDiscovery
                ? [PeerDiscoveryPermissions.List(planned.Cluster), PeerDiscoveryPermissions.Describe(planned.EveryTask)]
                : (PolicyStatement[])[],
        ]).Length;
        return new(
            AwsQuotas.CharactersOfRolePolicy,
            task.KeyOf(settings => settings.Permissions),
            count,
            $"permissions, buckets, queues and volumes make a policy of about {Counted.Of(count, "character")}")
        { Of = $"{task.Path} task" };
    }

    private static PlannedSum OfExecutionRole(ConfiguredTask task, StackConfig config, PlannedNames planned)
    {
        var count = PolicyDocument.Json(
        [
            ExecutionPermissions.WriteLog(planned.LogGroup),
            .. ExecutionPermissions.Pull(PlannedNames.Arn("ecr", $"repository/{planned.Deployment}/{new string('x', 26)}")),
            .. ReadPermissions.Merge([.. task.Task.Secrets.Select(secret => OfSecret(task, secret.Key, secret.Value, config, planned))]),
        ]).Length;
        return new(
            AwsQuotas.CharactersOfRolePolicy,
            task.KeyOf(settings => settings.Secrets),
            count,
            $"{Counted.Of(task.Task.Secrets.Count, "secret")} make a policy of about {Counted.Of(count, "character")}; "
                + "keep several values in one secret, and name them by jsonKey")
        { Of = $"{task.Path} execution" };
    }

    private static PlannedSum OfDefinition(ConfiguredTask task, StackConfig config, PlannedNames planned)
    {
        var migration = task.Migration;
        var variables = task.Task.Environment.Sum(variable => BytesOfVariable + Bytes(variable.Key) + Bytes(Render(variable.Value, config, planned)))
            + task.Task.Secrets.Sum(secret =>
                BytesOfVariable + BytesOfVersion + Bytes(secret.Key) + Bytes(OfSecret(task, secret.Key, secret.Value, config, planned).Arn));
        var count = BytesAround + variables + Words(task.Task.EntryPoint) + Words(task.Task.Command) + Bytes(task.Task.ContainerHealthCheck?.Command ?? "")
            + (migration is null ? 0 : BytesAround + variables + Words(migration.EntryPoint) + Words(migration.Command));
        return new(
            AwsQuotas.BytesOfTaskDefinition,
            task.KeyOf(settings => settings.Environment),
            count,
            $"the variables and secrets{(migration is null ? "" : ", which the migration has too,")} make a task definition of about {Counted.Of(count, "byte")}")
        { Of = task.Path.Text };
    }

    private static ReadPermission OfSecret(ConfiguredTask task, string variable, SecretConfig secret, StackConfig config, PlannedNames planned) => secret switch
    {
        { SsmParameter: { } parameter } => new(SecretStore.ParameterStore, PlannedNames.Arn("ssm", $"parameter/{parameter.TrimStart('/')}"), secret.KmsKeyArn),
        { SecretArn: { } arn } => new(SecretStore.SecretsManager, arn, secret.KmsKeyArn),
        { From: { } from } => new(SecretStore.SecretsManager, planned.Secret(from.Split('.')[0]), config.KmsKeyArn),
        _ => new(SecretStore.SecretsManager, StoredSecretArn(task, variable, planned), config.KmsKeyArn),
    };

    private static string StoredSecretArn(ConfiguredTask task, string variable, PlannedNames planned)
    {
        var logicalName = $"{task.NamesIn(new ResourceNames(planned.Application, "dev")).Logical}-task-secrets-{variable}";
        return planned.Secret(logicalName[(planned.Application.Length + 1)..]);
    }

    private static string Render(string text, StackConfig config, PlannedNames planned) => TextTemplate.TryParse(text, out var template)
        ? template.Render(name => config.Parts.FirstOrDefault(part => part.Placeholders.Contains(name))?.PlannedValue(name, planned) ?? planned.Cluster)
        : text;

    private static int Words(IReadOnlyList<string> words) => words.Sum(word => BytesOfWord + Bytes(word));

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
