using System.Text;
using Infra.Configuration.Binding;
using Infra.Stack.Quotas;

namespace Infra.Tasks;

/// <summary>The sizes of what a task is described by: its definition, and the policies of its two roles.</summary>
internal static class TaskSums
{
    // What a container of a definition holds besides what the stack file says.
    private const int BytesAround = 1000;
    private const int BytesOfVariable = 24;
    private const int BytesOfWord = 3;

    // The version and the key of a value within a secret.
    private const int BytesOfVersion = 40;

    public static IReadOnlyList<string> Keys { get; } = ["name", "buckets", "queues", "fileSystems", "repositories", "service", "services", "jobs"];

    public static IEnumerable<PlannedSum> Of(StackConfig config)
    {
        var arns = new PlannedArns(config);
        return config.AllTasks.SelectMany(task => (PlannedSum[])[OfTaskRole(task, arns), OfExecutionRole(task, arns), OfDefinition(task, arns)]);
    }

    private static PlannedSum OfTaskRole(ConfiguredTask task, PlannedArns arns)
    {
        var count = PolicyDocument.Json(
        [
            .. arns.Config.Parts
                .SelectMany(part => part.PermissionsFor(task.Task, new AwsScope(PlannedArns.Region, arns.Config.KmsKeyArn)))
                .Select(permission => permission.Statement([.. permission.Of.Select(arns.ArnOf)])),
            .. task.Task.Permissions.Select(permission => PolicyStatement.Allow(permission.Actions, [.. permission.Resources.Select(arns.Render)])),
            .. task.Task.Exec
                ? [ExecPermissions.Statement, ExecPermissions.ListLogGroups, ExecPermissions.WriteTranscript(PlannedArns.LogGroup)]
                : (PolicyStatement[])[],
            .. task.HasPeerDiscovery
                ? [PeerDiscoveryPermissions.List(PlannedArns.Cluster), PeerDiscoveryPermissions.Describe(PlannedArns.EveryTask)]
                : (PolicyStatement[])[],
        ]).Length;
        return new(
            AwsQuotas.CharactersOfRolePolicy,
            $"{task.Path}.permissions",
            count,
            $"permissions, buckets, queues and volumes make a policy of about {Counted.Of(count, "character")}")
        { Of = $"{task.Path} task" };
    }

    private static PlannedSum OfExecutionRole(ConfiguredTask task, PlannedArns arns)
    {
        var count = PolicyDocument.Json(
        [
            ExecutionPermissions.WriteLog(PlannedArns.LogGroup),
            .. ExecutionPermissions.Pull(PlannedArns.Repository),
            .. ReadPermissions.Merge([.. task.Task.Secrets.Select(secret => OfSecret(task, secret.Key, secret.Value, arns))]),
        ]).Length;
        return new(
            AwsQuotas.CharactersOfRolePolicy,
            $"{task.Path}.secrets",
            count,
            $"{Counted.Of(task.Task.Secrets.Count, "secret")} make a policy of about {Counted.Of(count, "character")}; "
                + "keep several values in one secret, and name them by jsonKey")
        { Of = $"{task.Path} execution" };
    }

    private static PlannedSum OfDefinition(ConfiguredTask task, PlannedArns arns)
    {
        var migration = task.Migration;
        var variables = task.Task.Environment.Sum(variable => BytesOfVariable + Bytes(variable.Key) + Bytes(arns.Render(variable.Value)))
            + task.Task.Secrets.Sum(secret =>
                BytesOfVariable + BytesOfVersion + Bytes(secret.Key) + Bytes(OfSecret(task, secret.Key, secret.Value, arns).Arn));
        var count = BytesAround + variables + Words(task.Task.EntryPoint) + Words(task.Task.Command) + Bytes(task.Task.ContainerHealthCheck?.Command ?? "")
            + (migration is null ? 0 : BytesAround + variables + Words(migration.EntryPoint) + Words(migration.Command));
        return new(
            AwsQuotas.BytesOfTaskDefinition,
            $"{task.Path}.environment",
            count,
            $"the variables and secrets{(migration is null ? "" : ", which the migration has as well,")} make a task definition of about {Counted.Of(count, "byte")}")
        { Of = task.Path };
    }

    private static ReadPermission OfSecret(ConfiguredTask task, string variable, SecretConfig secret, PlannedArns arns) => secret switch
    {
        { SsmParameter: { } parameter } => new(SecretStore.ParameterStore, PlannedArns.Parameter(parameter), secret.KmsKeyArn),
        { SecretArn: { } arn } => new(SecretStore.SecretsManager, arn, secret.KmsKeyArn),
        { From: { } from } => new(SecretStore.SecretsManager, arns.SecretOf(from), arns.Config.KmsKeyArn),
        _ => new(SecretStore.SecretsManager, PlannedArns.Secret($"{task.NamesIn(new ResourceNames(arns.Config.Name, "dev")).Logical}-task-secrets-{variable}"), arns.Config.KmsKeyArn),
    };

    private static int Words(IReadOnlyList<string> words) => words.Sum(word => BytesOfWord + Bytes(word));

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
