namespace Infra.Tasks;

/// <summary>
/// What ECS needs to start a task: to write this log and, where the image is in ECR, to pull this image.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
/// </summary>
internal static class ExecutionPermissions
{
    public static PolicyStatement WriteLog(string logGroupArn) =>
        PolicyStatement.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], $"{logGroupArn}:*");

    // A token is for the whole registry and cannot be limited to a repository.
    public static IReadOnlyList<PolicyStatement> Pull(string repositoryArn) =>
    [
        PolicyStatement.Allow(["ecr:GetAuthorizationToken"], "*"),
        PolicyStatement.Allow(["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repositoryArn),
    ];
}
