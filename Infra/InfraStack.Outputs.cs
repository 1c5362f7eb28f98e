using Pulumi;

namespace Infra;

/// <content>The outputs of the stack, for <c>pulumi stack output</c>, pipelines and other stacks.</content>
internal sealed partial class InfraStack
{
    /// <summary>Where users reach the service; null without a load balancer.</summary>
    [Output("url")]
    public Output<string?> Url { get; }

    /// <summary>Where the TCP ports are reached; null without any.</summary>
    [Output("tcpHost")]
    public Output<string?> TcpHost { get; }

    [Output("clusterName")]
    public Output<string> ClusterName { get; }

    /// <summary><c>app:service</c> in the cluster; null without it.</summary>
    [Output("serviceName")]
    public Output<string?> ServiceName { get; }

    /// <summary>The further services by the names of the configuration.</summary>
    [Output("serviceNames")]
    public Output<ImmutableDictionary<string, string>> ServiceNames { get; }

    /// <summary>The revision of <c>app:service</c> that this deployment runs; compare it with what ECS runs to see whether it was rolled back.</summary>
    [Output("taskDefinitionArn")]
    public Output<string?> TaskDefinitionArn { get; }

    /// <summary>The log of <c>app:service</c>; null without it.</summary>
    [Output("logGroupName")]
    public Output<string?> LogGroupName { get; }

    /// <summary>Opens a shell in a running task of <c>app:service</c>; null where exec is off.</summary>
    [Output("execCommand")]
    public Output<string?> ExecCommand { get; }

    /// <summary>Commands that run a job, or a migration, now.</summary>
    [Output("runCommands")]
    public Output<ImmutableDictionary<string, string>> RunCommands { get; }

    /// <summary>Commands that show the public addresses of instances, by the names of the configuration, where they have any.</summary>
    [Output("addressCommands")]
    public Output<ImmutableDictionary<string, string>> AddressCommands { get; }

    /// <summary>Host and port; null without a database.</summary>
    [Output("databaseEndpoint")]
    public Output<string?> DatabaseEndpoint { get; }

    /// <summary>The secret with the database's password and URL; null without a database.</summary>
    [Output("databaseSecretArn")]
    public Output<string?> DatabaseSecretArn { get; }

    /// <summary>Makes the database reachable on a port of the operator's machine; null where no task with exec may connect to it.</summary>
    [Output("databaseTunnelCommand")]
    public Output<string?> DatabaseTunnelCommand { get; }

    /// <summary>The secrets that the stack itself stores, by task and variable, such as <c>service.TOKEN</c>.</summary>
    [Output("secretArns")]
    public Output<ImmutableDictionary<string, string>> SecretArns { get; }

    /// <summary>Real names by the names of the configuration.</summary>
    [Output("bucketNames")]
    public Output<ImmutableDictionary<string, string>> BucketNames { get; }

    [Output("queueUrls")]
    public Output<ImmutableDictionary<string, string>> QueueUrls { get; }

    /// <summary>Where to push images to.</summary>
    [Output("repositoryUrls")]
    public Output<ImmutableDictionary<string, string>> RepositoryUrls { get; }

    /// <summary>The parts that tasks and monitoring build on. Not an output.</summary>
    internal StackParts Parts { get; }
}
