namespace Infra.Configuration;

/// <summary>The ECS cluster.</summary>
internal sealed record ClusterConfig
{
    /// <summary>CloudWatch Container Insights: metrics of cluster, service and tasks, paid per metric.</summary>
    public required ContainerInsights ContainerInsights { get; init; }
}
