namespace Infra.Tasks;

/// <summary>
/// The permissions of the execution role: to write to the log group and to pull the image from ECR.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
/// </summary>
internal static class ExecutionPermissions
{
    public static PolicyStatement WriteLog(string logGroupArn) =>
        PolicyStatement.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], $"{logGroupArn}:*");

    // The authorization token is for the whole registry and cannot be limited to a repository.
    public static IReadOnlyList<PolicyStatement> Pull(string repositoryArn) =>
    [
        PolicyStatement.Allow(["ecr:GetAuthorizationToken"], "*"),
        PolicyStatement.Allow(["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repositoryArn),
    ];
}
