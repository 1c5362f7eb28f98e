using Infra.Secrets;
using Pulumi;

namespace Infra.Tasks;

internal sealed record TaskSecretsArgs
{
    public required TaskHost Host { get; init; }

    /// <summary>The secrets by variable.</summary>
    public required IReadOnlyDictionary<string, SecretConfig> Secrets { get; init; }
}

/// <summary>
/// The secrets of a task: the source of each variable, and the permissions to read exactly these. Secret values of the stack file and
/// generated values are stored in Secrets Manager.
/// </summary>
internal sealed class TaskSecrets : ComponentResource
{
    private const string Type = "infra:index:TaskSecrets";

    private readonly string _name;
    private readonly TaskHost _host;
    private readonly Dictionary<string, Output<string>> _stored = [];

    public TaskSecrets(string name, TaskSecretsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _host) = (name, args.Host);
        var sources = args.Secrets.ToDictionary(entry => entry.Key, entry => CreateSource(entry.Key, entry.Value));

        ValuesFrom = OutputMaps.Join(sources.ToDictionary(entry => entry.Key, entry => entry.Value.ValueFrom));
        Permissions = Output.All(sources.Values.Select(source => source.Permission)).Apply(ReadPermissions.Merge);
        RegisterOutputs();
    }

    /// <summary>The <c>valueFrom</c> of the container definition, by variable.</summary>
    [Output("valuesFrom")]
    public Output<ImmutableDictionary<string, string>> ValuesFrom { get; }

    /// <summary>The permissions of the execution role to read them.</summary>
    public Output<ImmutableArray<PolicyStatement>> Permissions { get; }

    /// <summary>The ARNs of the secrets stored for the task, by variable.</summary>
    public IReadOnlyDictionary<string, Output<string>> Stored => _stored;

    private SecretSource CreateSource(string variable, SecretConfig secret) => secret switch
    {
        { From: { } name } => _host.Parts.Secrets[name],
        { SsmParameter: { } parameter } => PlanParameter(parameter, secret),
        { SecretArn: { } arn } => new SecretSource(
            Output.Create(secret.JsonKey is { } key ? SecretReference.ToJsonKey(arn, key) : arn), PlanRead(Output.Create(arn), secret.KmsKeyArn)),
        { Config: { } key } => StoreValue(variable, _host.SecretValues[key]),
        { GeneratedLength: { } length } => StoreValue(
            variable, GeneratedPassword.Create(LogicalName(variable), length, secret.GeneratedVersion ?? 1, this.Child())),
        _ => throw new InvalidOperationException($"secret {variable} without a source"),
    };

    private SecretSource PlanParameter(string parameter, SecretConfig secret)
    {
        var (partition, region) = (_host.Context.Partition, _host.Context.Region);
        var arn = _host.Context.AccountId.Apply(account => partition.Arn("ssm", region, account, $"parameter/{parameter.TrimStart('/')}"));
        return new SecretSource(arn, arn.Apply(known => new ReadPermission(SecretStore.ParameterStore, known, secret.KmsKeyArn)));
    }

    private SecretSource StoreValue(string variable, Output<string> value)
    {
        var stored = new StoredSecret(
            LogicalName(variable),
            new StoredSecretArgs
            {
                Context = _host.Context,
                Description = $"{variable} of a task",
                Value = value,
            },
            this.ChildComponent());
        _stored[variable] = stored.Arn;
        return stored.Source();
    }

    // Case-sensitive, because two variables can differ only in case.
    private string LogicalName(string variable) => $"{_name}-{variable}";

    private static Output<ReadPermission> PlanRead(Output<string> secretArn, string? kmsKeyArn) =>
        secretArn.Apply(arn => new ReadPermission(SecretStore.SecretsManager, arn, kmsKeyArn));
}
