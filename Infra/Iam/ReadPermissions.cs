using System.Collections.Immutable;

namespace Infra.Iam;

/// <summary>Where a secret is kept.</summary>
internal enum SecretStore
{
    SecretsManager,
    ParameterStore,
}

/// <summary>The right to read one secret, and to use the customer key that encrypts it, if any.</summary>
internal sealed record ReadPermission(SecretStore Store, string Arn, string? KmsKeyArn);

/// <summary>The rights of an execution role to read exactly the secrets of its task.</summary>
internal static class ReadPermissions
{
    public static ImmutableArray<PolicyStatement> Merge(ImmutableArray<ReadPermission> permissions)
    {
        return
        [
            .. Statement("secretsmanager:GetSecretValue", ArnsIn(SecretStore.SecretsManager)),
            .. Statement("ssm:GetParameters", ArnsIn(SecretStore.ParameterStore)),
            .. Statement("kms:Decrypt", permissions.Select(permission => permission.KmsKeyArn).OfType<string>()),
        ];

        IEnumerable<string> ArnsIn(SecretStore store) =>
            permissions.Where(permission => permission.Store == store).Select(permission => permission.Arn);
    }

    private static IEnumerable<PolicyStatement> Statement(string action, IEnumerable<string> arns)
    {
        var resources = arns.Distinct().Order(StringComparer.Ordinal).ToList();
        return resources.Count > 0 ? [PolicyStatement.Allow([action], resources)] : [];
    }
}
