namespace Infra.Iam;

/// <summary>The service that stores a secret.</summary>
internal enum SecretStore
{
    SecretsManager,
    ParameterStore,
}

/// <summary>Permission to read one secret and to use the customer managed key that encrypts it, if any.</summary>
internal sealed record ReadPermission(SecretStore Store, string Arn, string? KmsKeyArn);

/// <summary>The policy statements that allow an execution role to read the secrets of its task.</summary>
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
