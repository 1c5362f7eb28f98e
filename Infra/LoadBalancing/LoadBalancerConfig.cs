using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.LoadBalancing;

/// <summary>The Application Load Balancer in front of the services.</summary>
internal sealed record LoadBalancerConfig
{
    /// <summary>Whether its IP addresses are public or private. Changing it replaces the load balancer: its services are unreachable for some minutes.</summary>
    public LoadBalancerScheme Scheme { get; init; } = LoadBalancerScheme.InternetFacing;

    /// <summary>CIDR blocks that can connect. Empty allows all addresses.</summary>
    [Unique]
    [Shape(Ipv4Cidr.AnyShape, "203.0.113.0/24")]
    public IReadOnlyList<string> AllowedCidrs { get; init; } = [];

    /// <summary>TLS policy of the HTTPS listener. Policies that allow TLS 1.0 or 1.1 are not accepted.</summary>
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

    /// <summary>Seconds after which an idle connection is closed.</summary>
    [Range(1, 4000)]
    public int IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>Prevent deletion and replacement of the load balancer until this is turned off.</summary>
    public bool DeletionProtection { get; init; }

    /// <summary>Days to keep access logs in an S3 bucket. Without it there are none.</summary>
    [Range(1, 3653)]
    public int? AccessLogRetentionDays { get; init; }
}

/// <summary>Scheme of a load balancer.</summary>
internal enum LoadBalancerScheme
{
    /// <summary>public IP addresses, in public subnets</summary>
    InternetFacing,

    /// <summary>private IP addresses, in private subnets</summary>
    Internal,
}

/// <summary>The Network Load Balancer for the <c>tcpPorts</c> of services. It is created only if a service has some.</summary>
internal sealed record NetworkLoadBalancerConfig
{
    /// <summary>Whether its IP addresses are public or private. Changing it replaces the load balancer, with a new DNS name.</summary>
    public LoadBalancerScheme Scheme { get; init; } = LoadBalancerScheme.Internal;

    /// <summary>Prevent deletion and replacement of the load balancer until this is turned off.</summary>
    public bool DeletionProtection { get; init; }
}
