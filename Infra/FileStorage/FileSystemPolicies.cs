namespace Infra.FileStorage;

/// <summary>
/// Policies for file systems. EFS grants a client access if either the file system policy or the client's role allows it.
/// https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
/// </summary>
internal static class FileSystemPolicies
{
    private const string AccessPointArnKey = "elasticfilesystem:AccessPointArn";

    /// <summary>The file system policy. It allows nothing, so that only the roles of tasks do, and denies access that bypasses access points.</summary>
    public static string Json(string fileSystemArn) => PolicyDocument.Json(
    [
        PolicyStatement.DenyWithoutTls("elasticfilesystem:*", [fileSystemArn]),
        PolicyStatement.DenyEveryone(
            "elasticfilesystem:Client*", [fileSystemArn], PolicyStatement.Condition("Null", AccessPointArnKey, "true")),
    ]);

    /// <summary>The permission of a task's role to mount a directory through its access point.</summary>
    public static PolicyStatement Mount(string fileSystemArn, string accessPointArn, bool isReadOnly) => new()
    {
        Actions = ["elasticfilesystem:ClientMount", .. isReadOnly ? (string[])[] : ["elasticfilesystem:ClientWrite"]],
        Resources = [fileSystemArn],
        Conditions = PolicyStatement.Condition("StringEquals", AccessPointArnKey, accessPointArn),
    };
}
