using Infra.Clusters;

namespace Infra.Tasks;

/// <summary>
/// The permissions of the task role for ECS Exec.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
/// </summary>
internal static class ExecPermissions
{
    /// <summary>The session itself; these actions support no resources.</summary>
    public static PolicyStatement Statement { get; } = PolicyStatement.Allow(SessionManagerPermissions.Channels, "*");

    /// <summary>The log of sessions. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging</summary>
    public static PolicyStatement WriteTranscript(string logGroupArn) =>
        PolicyStatement.Allow(["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], $"{logGroupArn}:*");

    /// <summary>The lookup of the log group; this action supports no single log group.</summary>
    public static PolicyStatement ListLogGroups { get; } = PolicyStatement.Allow(["logs:DescribeLogGroups"], "*");
}
