using Infra.Clusters;

namespace Infra.Tasks;

/// <summary>
/// What a task needs for ECS Exec; these actions know no resources.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
/// </summary>
internal static class ExecPermissions
{
    public static PolicyStatement Statement { get; } = PolicyStatement.Allow(SessionManagerPermissions.Channels, "*");

    /// <summary>
    /// To write down what happens in a session. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging
    /// </summary>
    public static PolicyStatement WriteTranscript(string logGroupArn) =>
        PolicyStatement.Allow(["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], $"{logGroupArn}:*");

    /// <summary>To find the log for it; a list of all groups knows no single one.</summary>
    public static PolicyStatement ListLogGroups { get; } = PolicyStatement.Allow(["logs:DescribeLogGroups"], "*");
}
