namespace Infra.Secrets;

/// <summary>
/// The <c>valueFrom</c> of a secret in a container definition.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
/// </summary>
internal static class SecretReference
{
    /// <summary>One key of a secret that holds a JSON object, in the current version.</summary>
    public static string ToJsonKey(string arn, string key) => $"{arn}:{key}::";

    /// <summary>
    /// One version of a secret, or one key of it. A new value is therefore a new task definition: a deployment brings it to the tasks, and
    /// a rollback restores the old value.
    /// </summary>
    public static string ToVersion(string arn, string versionId, string key = "") => $"{arn}:{key}::{versionId}";
}
