using Infra.Configuration.Binding;

namespace Infra.Clusters;

/// <summary>The ECS cluster.</summary>
internal sealed record ClusterConfig
{
    /// <summary>CloudWatch Container Insights: metrics of cluster, service and tasks, paid per metric.</summary>
    public ContainerInsights ContainerInsights { get; init; } = ContainerInsights.Disabled;

    /// <summary>Days for which CloudWatch keeps what was typed and answered in shells that operators open with <c>exec</c>.</summary>
    [LogRetention]
    public int ExecLogRetentionDays { get; init; } = 90;

    /// <summary>EC2 instances to run tasks on, besides Fargate, by the name of their capacity provider.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    public IReadOnlyDictionary<string, InstancesConfig> Instances { get; init; } = new Dictionary<string, InstancesConfig>();

    /// <summary>A domain known inside the VPC only, in which tasks find each other by name.</summary>
    [Pattern("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", "a lower-case domain name such as shop.internal")]
    public string? Namespace { get; init; }

    /// <summary>The capacity providers that every cluster can use.</summary>
    public static IReadOnlyList<string> FargateProviders { get; } = ["FARGATE", "FARGATE_SPOT"];
}

/// <summary>How much CloudWatch Container Insights records.</summary>
internal enum ContainerInsights
{
    /// <summary>nothing</summary>
    Disabled,

    /// <summary>cluster and service</summary>
    Enabled,

    /// <summary>also each task and container</summary>
    Enhanced,
}
