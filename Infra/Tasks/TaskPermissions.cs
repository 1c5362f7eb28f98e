using Pulumi;

namespace Infra.Tasks;

/// <summary>What the application in a task may do in AWS.</summary>
internal static class TaskPermissions
{
    // IAM has no empty policies, so an application that may do nothing has none.
    public static Output<string>? PolicyFor(ConfiguredTask task, Platform platform)
    {
        var statements = (List<Output<PolicyStatement>>)
        [
            .. platform.Stores.Buckets?.Permissions(task.Task.Buckets) ?? [],
            .. platform.Stores.Queues?.Permissions(task.Task.Queues) ?? [],
            .. TaskVolumes.Permissions(task.Task, platform.Stores.FileSystems),
            .. task.Task.Permissions.Select(permission => Statement(permission, platform.Placeholders)),
            .. task.Task.Exec ? Exec(platform) : [],
            .. task is ConfiguredService { Config.PeerDiscovery: true } ? PeerDiscovery(platform) : [],
        ];

        return statements.Count > 0 ? Output.All(statements).Apply(known => PolicyDocument.Json(known)) : null;
    }

    private static Output<PolicyStatement> Statement(PermissionConfig permission, Placeholders placeholders) => Output
        .All(permission.Resources.Select(placeholders.Render))
        .Apply(resources => PolicyStatement.Allow(permission.Actions, resources));

    private static IEnumerable<Output<PolicyStatement>> Exec(Platform platform) =>
    [
        Output.Create(ExecPermissions.Statement),
        Output.Create(ExecPermissions.ListLogGroups),
        platform.Cluster.ExecLogGroupArn!.Apply(ExecPermissions.WriteTranscript),
    ];

    private static IEnumerable<Output<PolicyStatement>> PeerDiscovery(Platform platform) =>
    [
        platform.Cluster.Arn.Apply(PeerDiscoveryPermissions.List),
        platform.Context.EveryTaskArn.Apply(PeerDiscoveryPermissions.Describe),
    ];
}
