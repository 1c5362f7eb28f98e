namespace Infra.Configuration;

/// <summary>The Network Load Balancer for the <c>tcpPorts</c> of services; there is none without such ports.</summary>
internal sealed record NetworkLoadBalancerConfig
{
    /// <summary>Who can reach it at all.</summary>
    public LoadBalancerScheme Scheme { get; init; } = LoadBalancerScheme.Internal;

    /// <summary>Refuse to delete it until this is switched off.</summary>
    public bool DeletionProtection { get; init; }
}
