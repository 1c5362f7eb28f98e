namespace Infra.Planning;

/// <summary>
/// How a container names a secret.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
/// </summary>
internal static class SecretReference
{
    /// <summary>One key of a secret that holds a JSON object, in its current version.</summary>
    public static string ToJsonKey(string arn, string key) => $"{arn}:{key}::";
}
