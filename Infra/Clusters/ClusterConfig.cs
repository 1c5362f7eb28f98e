using Infra.Configuration.Binding;

namespace Infra.Clusters;

/// <summary>The ECS cluster.</summary>
internal sealed record ClusterConfig
{
    /// <summary>CloudWatch Container Insights: metrics of the cluster, services and tasks, paid per metric.</summary>
    public ContainerInsights ContainerInsights { get; init; } = ContainerInsights.Disabled;

    /// <summary>Days to keep the input and output of ECS Exec sessions, which <c>exec</c> allows, in CloudWatch Logs.</summary>
    [LogRetention]
    public int ExecLogRetentionDays { get; init; } = 90;

    /// <summary>EC2 instances to run tasks on, in addition to Fargate, by the name of their capacity provider. To remove or rename one, move its services and jobs to other capacity with one update, and remove it with the next.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, InstancesConfig> Instances { get; init; } = new Dictionary<string, InstancesConfig>();

    /// <summary>Domain name of a private hosted zone in which tasks find each other by name. Route 53 charges 0.50 USD a month for it.</summary>
    [Pattern("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", "a lower-case domain name such as shop.internal")]
    [PerStack("two namespaces of a VPC cannot share a name", SharedBy = "existingNetwork")]
    public string? Namespace { get; init; }

    /// <summary>The capacity providers of Fargate.</summary>
    public static IReadOnlyList<string> FargateProviders { get; } = ["FARGATE", "FARGATE_SPOT"];
}

/// <summary>Level of detail of CloudWatch Container Insights.</summary>
internal enum ContainerInsights
{
    /// <summary>off</summary>
    Disabled,

    /// <summary>metrics of the cluster and its services</summary>
    Enabled,

    /// <summary>also metrics of each task and container</summary>
    Enhanced,
}
