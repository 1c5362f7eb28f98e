using Infra.Services;

namespace Infra.Tasks;

/// <summary>
/// What a trigger needs to run one kind of task in one cluster. Every revision, because a trigger is told of a new one only after
/// the role was.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
/// </summary>
internal static class RunTaskPermissions
{
    public static IReadOnlyList<PolicyStatement> For(
        string everyRevisionArn, string everyTaskArn, string clusterArn, IReadOnlyList<string> roleArns) =>
    [
        PolicyStatement.Allow(["ecs:RunTask"], everyRevisionArn) with
        {
            Conditions = PolicyStatement.Condition("ArnEquals", "ecs:cluster", clusterArn),
        },
        // The task takes over the tags of its definition.
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
