using Infra.Databases;
using Pulumi;

namespace Infra.Services;

/// <summary>The command that forwards a local port to the database through a running task.</summary>
internal static class DatabaseTunnel
{
    /// <summary>Uses the first service with <c>exec</c> that uses the database; null without one.</summary>
    public static Output<string>? Command(StackContext context, DatabaseConfig? config, Database? database, IEnumerable<Service> services)
    {
        var description = new DatabaseDescription(config);
        return database is not null && services.FirstOrDefault(candidate => candidate.Configured.Config is { Exec: true } task && description.IsUsedBy(task)) is { } service
            ? Output.Tuple(service.ClusterName, service.ServiceName, database.Host, database.Port).Apply(known => new DatabaseTunnelCommand
            {
                Region = context.Region,
                Cluster = known.Item1,
                Service = known.Item2,
                Host = known.Item3,
                Port = known.Item4,
            }.Text())
            : null;
    }
}

/// <summary>
/// Port forwarding to the database through a task with ECS Exec. The target of the session is cluster, task and runtime ID.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html
/// </summary>
internal sealed record DatabaseTunnelCommand
{
    /// <summary>The local port; not that of the database, which a local database may use.</summary>
    public const int LocalPort = 15_432;

    public required string Region { get; init; }

    public required string Cluster { get; init; }

    /// <summary>The service, whose container has the same name.</summary>
    public required string Service { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    public string Text() =>
        $"task=$(aws ecs list-tasks --region {Region} --cluster {Cluster} --service-name {Service} --query 'taskArns[0]' --output text) && "
        + $"runtime=$(aws ecs describe-tasks --region {Region} --cluster {Cluster} --tasks \"$task\" "
        + $"--query \"tasks[0].containers[?name=='{Service}'].runtimeId | [0]\" --output text) && "
        + $"aws ssm start-session --region {Region} --target \"ecs:{Cluster}_${{task##*/}}_$runtime\" "
        + "--document-name AWS-StartPortForwardingSessionToRemoteHost "
        + $$"""--parameters '{"host":["{{Host}}"],"portNumber":["{{Port}}"],"localPortNumber":["{{LocalPort}}"]}'""";
}
