namespace Infra.Planning;

/// <summary>
/// What a trigger needs to run one kind of task in one cluster. Every revision, because a trigger is told of a new one only after
/// the role was.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
/// </summary>
internal static class RunTaskPermissions
{
    public static IReadOnlyList<PolicyStatement> For(string definitionArn, string clusterArn, string executionRoleArn, string taskRoleArn) =>
    [
        PolicyStatement.Allow(["ecs:RunTask"], EveryRevision(definitionArn)) with
        {
            Conditions = PolicyStatement.Condition("ArnEquals", "ecs:cluster", clusterArn),
        },
        // The task takes over the tags of its definition.
        PolicyStatement.Allow(["ecs:TagResource"], $"{clusterArn.Replace(":cluster/", ":task/", StringComparison.Ordinal)}/*") with
        {
            Conditions = PolicyStatement.Condition("StringEquals", "ecs:CreateAction", "RunTask"),
        },
        PolicyStatement.Allow(["iam:PassRole"], executionRoleArn, taskRoleArn) with
        {
            Conditions = PolicyStatement.Condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
        },
    ];

    // arn:…:task-definition/shop-dev-report:7 -> arn:…:task-definition/shop-dev-report:*
    private static string EveryRevision(string definitionArn) => $"{definitionArn[..definitionArn.LastIndexOf(':')]}:*";
}
