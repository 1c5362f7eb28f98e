using Infra.Databases;
using Infra.Secrets;
using Pulumi;

namespace Infra.Tasks;

/// <summary>
/// The secrets of a task: each variable with what it is read from, and the right to read exactly those. Values of the stack file
/// and generated ones are stored in Secrets Manager.
/// </summary>
internal sealed class TaskSecrets : ComponentResource
{
    private const string Type = "infra:index:TaskSecrets";

    private readonly string _name;
    private readonly Platform _platform;
    private readonly Dictionary<string, Output<string>> _stored = [];

    private TaskSecrets(string name, IReadOnlyDictionary<string, SecretConfig> secrets, Platform platform, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        (_name, _platform) = (name, platform);
        var sources = secrets.ToDictionary(entry => entry.Key, entry => SourceOf(entry.Key, entry.Value));

        ValuesFrom = OutputMaps.Join(sources.ToDictionary(entry => entry.Key, entry => entry.Value.ValueFrom));
        Permissions = Output.All(sources.Values.Select(source => source.Permission)).Apply(ReadPermissions.Merge);
        RegisterOutputs();
    }

    /// <summary>Variable name to what its value is read from.</summary>
    [Output("valuesFrom")]
    public Output<ImmutableDictionary<string, string>> ValuesFrom { get; }

    /// <summary>What the execution role needs to read them.</summary>
    public Output<ImmutableArray<PolicyStatement>> Permissions { get; }

    /// <summary>The secrets that the stack itself stores for the task, by variable.</summary>
    public IReadOnlyDictionary<string, Output<string>> Stored => _stored;

    public static TaskSecrets? For(
        string name, IReadOnlyDictionary<string, SecretConfig> secrets, Platform platform, ComponentResourceOptions options) =>
        secrets.Count > 0 ? new TaskSecrets(name, secrets, platform, options) : null;

    private Source SourceOf(string variable, SecretConfig secret) => secret switch
    {
        { Database: { } part } => new Source(_platform.Stores.Database!.ValueFrom(part), ReadOf(_platform.Stores.Database.SecretArn, _platform.Context.KmsKeyArn)),
        { SsmParameter: { } parameter } => ParameterSource(parameter, secret),
        { SecretArn: { } arn } => new Source(
            Output.Create(secret.JsonKey is { } key ? SecretReference.ToJsonKey(arn, key) : arn), ReadOf(Output.Create(arn), secret.KmsKeyArn)),
        { Config: { } key } => StoredSource(variable, _platform.Config.SecretValues[key]),
        { GeneratedLength: { } length } => StoredSource(
            variable, GeneratedPassword.Create(LogicalName(variable), length, secret.GeneratedVersion ?? 1, this.Child())),
        _ => throw new InvalidOperationException($"secret {variable} without a source"),
    };

    private Source ParameterSource(string parameter, SecretConfig secret)
    {
        var (partition, region) = (_platform.Context.Partition, _platform.Context.Region);
        var arn = _platform.Context.AccountId.Apply(account => partition.Arn("ssm", region, account, $"parameter/{parameter.TrimStart('/')}"));
        return new Source(arn, arn.Apply(known => new ReadPermission(SecretStore.ParameterStore, known, secret.KmsKeyArn)));
    }

    private Source StoredSource(string variable, Output<string> value)
    {
        var stored = new StoredSecret(
            LogicalName(variable),
            new StoredSecretArgs
            {
                Context = _platform.Context,
                Description = $"{variable} of a task",
                Value = value,
                RecoveryWindowDays = _platform.Config.SecretRecoveryWindowDays,
            },
            this.ChildComponent());
        _stored[variable] = stored.Arn;
        return new Source(stored.ValueFrom(), ReadOf(stored.Arn, _platform.Context.KmsKeyArn));
    }

    // As it is written: two variables may differ in their case only.
    private string LogicalName(string variable) => $"{_name}-{variable}";

    private static Output<ReadPermission> ReadOf(Output<string> secretArn, string? kmsKeyArn) =>
        secretArn.Apply(arn => new ReadPermission(SecretStore.SecretsManager, arn, kmsKeyArn));

    private sealed record Source(Output<string> ValueFrom, Output<ReadPermission> Permission);
}
