using Infra.Services;

namespace Infra.Tasks;

/// <summary>
/// What a task needs to ask ECS for the other tasks of its cluster.
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
/// </summary>
internal static class PeerDiscoveryPermissions
{
    // Lists know no resources of their own; the condition limits them to the cluster.
    public static PolicyStatement List(string clusterArn) => PolicyStatement.Allow(["ecs:ListServices", "ecs:ListTasks"], "*") with
    {
        Conditions = PolicyStatement.Condition("ArnEquals", "ecs:cluster", clusterArn),
    };

    public static PolicyStatement Describe(string everyTaskArn) => PolicyStatement.Allow(["ecs:DescribeTasks"], everyTaskArn);
}
