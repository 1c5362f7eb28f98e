using Pulumi;

namespace Infra.Tasks;

/// <summary>The policy of the task role.</summary>
internal static class TaskPermissions
{
    // Null without permissions, because IAM rejects empty policies.
    public static Output<string>? Plan(ConfiguredTask task, TaskHost host)
    {
        var statements = (List<Output<PolicyStatement>>)
        [
            .. host.Parts.PermissionsFor(task.Task, host.Context.Scope),
            .. task.Task.Permissions.Select(permission => PlanStatement(permission, host.Parts.Placeholders)),
            .. task.Task.Exec ? PlanExec(host) : [],
            .. task.HasPeerDiscovery ? PlanPeerDiscovery(host) : [],
        ];

        return statements.Count > 0 ? Output.All(statements).Apply(known => PolicyDocument.Json(known)) : null;
    }

    private static Output<PolicyStatement> PlanStatement(PermissionConfig permission, Placeholders placeholders) => Output
        .All(permission.Resources.Select(placeholders.Render))
        .Apply(resources => PolicyStatement.Allow(permission.Actions, resources));

    private static IEnumerable<Output<PolicyStatement>> PlanExec(TaskHost host) =>
    [
        Output.Create(ExecPermissions.Statement),
        Output.Create(ExecPermissions.ListLogGroups),
        host.Cluster.ExecLogGroupArn!.Apply(ExecPermissions.WriteTranscript),
    ];

    private static IEnumerable<Output<PolicyStatement>> PlanPeerDiscovery(TaskHost host) =>
    [
        host.Cluster.Arn.Apply(PeerDiscoveryPermissions.List),
        host.Context.EveryTaskArn.Apply(PeerDiscoveryPermissions.Describe),
    ];
}
