namespace Infra.Planning;

/// <summary>
/// What a task needs for ECS Exec; these actions know no resources.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
/// </summary>
internal static class ExecPermissions
{
    public static PolicyStatement Statement { get; } = PolicyStatement.Allow(
        [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
        ],
        "*");
}
