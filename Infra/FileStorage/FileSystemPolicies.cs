using Infra.Services;

namespace Infra.FileStorage;

/// <summary>
/// Who may do what on a file system. EFS allows a client what either the file system's policy or the client's own role allows.
/// https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
/// </summary>
internal static class FileSystemPolicies
{
    private const string AccessPoint = "elasticfilesystem:AccessPointArn";

    /// <summary>The policy of the file system itself. It allows nothing, so that only roles do, and those only one directory at a time.</summary>
    public static string Json(string fileSystemArn) => PolicyDocument.Json(
    [
        PolicyStatement.DenyWithoutTls("elasticfilesystem:*", [fileSystemArn]),
        PolicyStatement.DenyEveryone(
            "elasticfilesystem:Client*", [fileSystemArn], PolicyStatement.Condition("Null", AccessPoint, "true")),
    ]);

    /// <summary>What the role of a task that mounts a directory needs.</summary>
    public static PolicyStatement Mount(string fileSystemArn, string accessPointArn, bool readOnly) => new()
    {
        Actions = ["elasticfilesystem:ClientMount", .. readOnly ? (string[])[] : ["elasticfilesystem:ClientWrite"]],
        Resources = [fileSystemArn],
        Conditions = PolicyStatement.Condition("StringEquals", AccessPoint, accessPointArn),
    };
}
