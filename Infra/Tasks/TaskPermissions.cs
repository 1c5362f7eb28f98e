using Pulumi;

namespace Infra.Tasks;

/// <summary>What the application in a task may do in AWS.</summary>
internal static class TaskPermissions
{
    // IAM has no empty policies, so an application without permissions has none.
    public static Output<string>? Plan(ConfiguredTask task, TaskHost host)
    {
        var statements = (List<Output<PolicyStatement>>)
        [
            .. host.Parts.PermissionsFor(task.Task, host.Context.Scope),
            .. task.Task.Permissions.Select(permission => Statement(permission, host.Parts.Placeholders)),
            .. task.Task.Exec ? Exec(host) : [],
            .. task.HasPeerDiscovery ? PeerDiscovery(host) : [],
        ];

        return statements.Count > 0 ? Output.All(statements).Apply(known => PolicyDocument.Json(known)) : null;
    }

    private static Output<PolicyStatement> Statement(PermissionConfig permission, Placeholders placeholders) => Output
        .All(permission.Resources.Select(placeholders.Render))
        .Apply(resources => PolicyStatement.Allow(permission.Actions, resources));

    private static IEnumerable<Output<PolicyStatement>> Exec(TaskHost host) =>
    [
        Output.Create(ExecPermissions.Statement),
        Output.Create(ExecPermissions.ListLogGroups),
        host.Cluster.ExecLogGroupArn!.Apply(ExecPermissions.WriteTranscript),
    ];

    private static IEnumerable<Output<PolicyStatement>> PeerDiscovery(TaskHost host) =>
    [
        host.Cluster.Arn.Apply(PeerDiscoveryPermissions.List),
        host.Context.EveryTaskArn.Apply(PeerDiscoveryPermissions.Describe),
    ];
}
