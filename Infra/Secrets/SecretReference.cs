namespace Infra.Secrets;

/// <summary>
/// How a container names a secret.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
/// </summary>
internal static class SecretReference
{
    /// <summary>One key of a secret that holds a JSON object, in its current version.</summary>
    public static string ToJsonKey(string arn, string key) => $"{arn}:{key}::";

    /// <summary>
    /// One key, or without a key all, of one version of a secret. A new value then is a new task definition: it reaches the tasks
    /// by a deployment, and a deployment that is rolled back goes back to the old value.
    /// </summary>
    public static string ToVersion(string arn, string versionId, string key = "") => $"{arn}:{key}::{versionId}";
}
