using Infra.Clusters;

namespace Infra.Services;

/// <summary>
/// A port forward to the database through a task with ECS Exec. Session Manager knows a container as cluster, task and runtime id.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html
/// </summary>
internal sealed record DatabaseTunnelCommand
{
    /// <summary>Not the database's own port, on which a database of the operator's may listen.</summary>
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
