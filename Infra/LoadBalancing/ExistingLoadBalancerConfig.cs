using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.LoadBalancing;

/// <summary>An Application Load Balancer that exists already, instead of <c>app:loadBalancer</c>. The stack only adds rules to its listeners.</summary>
internal sealed record ExistingLoadBalancerConfig
{
    /// <summary>Its name.</summary>
    [Pattern("^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", "the name of a load balancer, up to 32 letters, digits and dashes")]
    public required string Name { get; init; }

    /// <summary>Port of the listener that serves.</summary>
    [Range(1, 65_535)]
    public int ListenerPort { get; init; } = 443;

    /// <summary>Port of a plain HTTP listener, to which the stack adds a rule that sends users to HTTPS.</summary>
    [Range(1, 65_535)]
    public int? HttpRedirectPort { get; init; }

    /// <summary>A target group that some listener forwards to already: the tasks join it, and the stack makes no rules.</summary>
    [Arn("elasticloadbalancing", "targetgroup/[A-Za-z0-9-]+/[0-9a-f]+", "the ARN of a target group")]
    public string? TargetGroupArn { get; init; }

    /// <summary>Its security group, from which the tasks accept connections. It must be allowed to connect to them.</summary>
    [Pattern("^sg-([0-9a-f]{8}|[0-9a-f]{17})$", "a security group id such as sg-0a1b2c3d, with 8 or 17 digits and letters a to f")]
    public required string SecurityGroupId { get; init; }
}
