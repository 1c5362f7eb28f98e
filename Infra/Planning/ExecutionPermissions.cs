namespace Infra.Planning;

/// <summary>
/// What ECS needs to start a task: to write this log and, where the image is in ECR, to pull this image.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
/// </summary>
internal static class ExecutionPermissions
{
    public static IReadOnlyList<PolicyStatement> For(string logGroupArn, string image) =>
    [
        PolicyStatement.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], $"{logGroupArn}:*"),
        .. ImageReference.TryParse(image, out var reference) && reference.Ecr is { } repository ? Pull(repository) : [],
    ];

    // A token is for the whole registry and cannot be limited to a repository.
    private static PolicyStatement[] Pull(EcrRepository repository) =>
    [
        PolicyStatement.Allow(["ecr:GetAuthorizationToken"], "*"),
        PolicyStatement.Allow(
            ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repository.Arn),
    ];
}
