namespace Infra.Configuration;

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
