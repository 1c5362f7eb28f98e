using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.LoadBalancing;

/// <summary>An existing Application Load Balancer, instead of <c>app:loadBalancer</c>. The stack only adds rules to its listeners. When a running stack changes to it, or to another one, its services are unreachable for some minutes.</summary>
internal sealed record ExistingLoadBalancerConfig
{
    /// <summary>Name of the load balancer.</summary>
    [Pattern("^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", "the name of a load balancer, up to 32 letters, digits and dashes")]
    public required string Name { get; init; }

    /// <summary>Port of the listener that forwards to the services.</summary>
    [Range(1, 65_535)]
    public int ListenerPort { get; init; } = 443;

    /// <summary>Port of an HTTP listener to which the stack adds a rule that redirects to HTTPS.</summary>
    [Range(1, 65_535)]
    public int? HttpRedirectPort { get; init; }

    /// <summary>ARN of an existing target group to which a listener forwards already. Tasks are registered in it, and the stack adds no listener rules.</summary>
    [Arn("elasticloadbalancing", "targetgroup/[A-Za-z0-9-]+/[0-9a-f]+", "the ARN of a target group")]
    [PerStack("two stacks cannot share a target group")]
    public string? TargetGroupArn { get; init; }

    /// <summary>Security group of the load balancer. Tasks accept connections from it; its own outbound rules must allow them.</summary>
    [Pattern("^sg-([0-9a-f]{8}|[0-9a-f]{17})$", "a security group id such as sg-0a1b2c3d, with 8 or 17 digits and letters a to f")]
    public required string SecurityGroupId { get; init; }
}
