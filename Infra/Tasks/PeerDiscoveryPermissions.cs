namespace Infra.Tasks;

/// <summary>
/// The permissions of the task role to list the tasks of its cluster.
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
/// </summary>
internal static class PeerDiscoveryPermissions
{
    // List actions support no resources; the condition limits them to the cluster.
    public static PolicyStatement List(string clusterArn) => PolicyStatement.Allow(["ecs:ListServices", "ecs:ListTasks"], "*") with
    {
        Conditions = PolicyStatement.Condition("ArnEquals", "ecs:cluster", clusterArn),
    };

    public static PolicyStatement Describe(string everyTaskArn) => PolicyStatement.Allow(["ecs:DescribeTasks"], everyTaskArn);
}
