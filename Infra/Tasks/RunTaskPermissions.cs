namespace Infra.Tasks;

/// <summary>
/// The permissions of a trigger to run a task in a cluster. They cover every revision, because the role is updated before the trigger
/// gets a new revision.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
/// </summary>
internal static class RunTaskPermissions
{
    public static IReadOnlyList<PolicyStatement> Plan(
        string everyRevisionArn, string everyTaskArn, string clusterArn, IReadOnlyList<string> roleArns) =>
    [
        PolicyStatement.Allow(["ecs:RunTask"], everyRevisionArn) with
        {
            Conditions = PolicyStatement.Condition("ArnEquals", "ecs:cluster", clusterArn),
        },
        // The task gets the tags of its task definition.
        PolicyStatement.Allow(["ecs:TagResource"], everyTaskArn) with
        {
            Conditions = PolicyStatement.Condition("StringEquals", "ecs:CreateAction", "RunTask"),
        },
        PolicyStatement.Allow(["iam:PassRole"], roleArns) with
        {
            Conditions = PolicyStatement.Condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
        },
    ];
}
