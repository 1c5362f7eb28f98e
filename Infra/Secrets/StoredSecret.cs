using Pulumi;
using Pulumi.Utilities;

namespace Infra.Secrets;

internal sealed record StoredSecretArgs
{
    public required StackContext Context { get; init; }

    public required string Description { get; init; }

    public required Output<string> Value { get; init; }
}

/// <summary>A Secrets Manager secret and its value. The name is random, because the name of a deleted secret stays reserved in the recovery window.</summary>
internal sealed class StoredSecret : ComponentResource
{
    private const string Type = "infra:index:StoredSecret";

    private readonly string? _kmsKeyArn;

    public StoredSecret(string name, StoredSecretArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var secret = new SecretsManager.Secret(
            name,
            new SecretsManager.SecretArgs
            {
                Description = args.Description,
                RecoveryWindowInDays = args.Context.SecretRecoveryWindowDays,
                KmsKeyId = args.Context.KmsKeyArn!,
            },
            this.Child());
        var version = new SecretsManager.SecretVersion(
            name,
            new SecretsManager.SecretVersionArgs { SecretId = secret.Id, SecretString = args.Value },
            this.Child());

        _kmsKeyArn = args.Context.KmsKeyArn;
        // The ARN is known before the secret has a value, and a task that reads it too early does not start.
        Arn = OutputUtilities.WithDependency(secret.Arn, version);
        VersionId = version.VersionId;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The version of the value; a new value is a new version.</summary>
    [Output("versionId")]
    public Output<string> VersionId { get; }

    private Output<string> ValueFrom(string jsonKey = "") =>
        Output.Tuple(Arn, VersionId).Apply(known => SecretReference.ToVersion(known.Item1, known.Item2, jsonKey));

    /// <summary>This version of the secret, or one key of it, as a source for containers.</summary>
    public SecretSource Source(string jsonKey = "") =>
        new(ValueFrom(jsonKey), Arn.Apply(arn => new ReadPermission(SecretStore.SecretsManager, arn, _kmsKeyArn)));
}
