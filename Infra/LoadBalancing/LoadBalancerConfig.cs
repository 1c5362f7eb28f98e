using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.LoadBalancing;

/// <summary>The Application Load Balancer in front of the service.</summary>
internal sealed record LoadBalancerConfig
{
    /// <summary>Who can reach it at all.</summary>
    public LoadBalancerScheme Scheme { get; init; } = LoadBalancerScheme.InternetFacing;

    /// <summary>The only address ranges that may connect; empty means everyone.</summary>
    [Unique]
    public IReadOnlyList<string> AllowedCidrs { get; init; } = [];

    /// <summary>The TLS versions and ciphers offered. Policies that allow TLS 1.0 or 1.1 are refused.</summary>
    [AllowedValues(
        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04")]
    public string TlsPolicy { get; init; } = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /// <summary>How long a silent connection stays open, in seconds.</summary>
    [Range(1, 4000)]
    public int IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>Refuse to delete the load balancer until this is switched off.</summary>
    public bool DeletionProtection { get; init; }

    /// <summary>Keep a log of every request in a bucket for this many days; without it there is none.</summary>
    [Range(1, 3653)]
    public int? AccessLogRetentionDays { get; init; }
}

/// <summary>Where a load balancer's addresses are.</summary>
internal enum LoadBalancerScheme
{
    /// <summary>public addresses, in the public subnets</summary>
    InternetFacing,

    /// <summary>private addresses, in the private subnets</summary>
    Internal,
}

/// <summary>The Network Load Balancer for the <c>tcpPorts</c> of services; there is none without such ports.</summary>
internal sealed record NetworkLoadBalancerConfig
{
    /// <summary>Who can reach it at all.</summary>
    public LoadBalancerScheme Scheme { get; init; } = LoadBalancerScheme.Internal;

    /// <summary>Refuse to delete it until this is switched off.</summary>
    public bool DeletionProtection { get; init; }
}
