using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>An existing load balancer, and the listeners to which the stack adds rules.</summary>
internal sealed record ExistingLoadBalancer
{
    public required Output<string> Arn { get; init; }

    public required Output<string> DnsName { get; init; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, for alias records.</summary>
    public required Output<string> ZoneId { get; init; }

    /// <summary>Its name in CloudWatch metrics.</summary>
    public required Output<string> ArnSuffix { get; init; }

    /// <summary>The listener that forwards to services; null with an existing target group, which has its listener rule already.</summary>
    public Output<string>? ListenerArn { get; init; }

    /// <summary>The HTTP listener that redirects to HTTPS; null without one.</summary>
    public Output<string>? RedirectListenerArn { get; init; }

    /// <summary>Looks up the load balancer by name and its listeners by port.</summary>
    public static ExistingLoadBalancer Find(ExistingLoadBalancerConfig config)
    {
        var found = Lb.GetLoadBalancer.Invoke(new Lb.GetLoadBalancerInvokeArgs { Name = config.Name });
        var arn = found.Apply(loadBalancer => loadBalancer.Arn);
        return new ExistingLoadBalancer
        {
            Arn = arn,
            DnsName = found.Apply(loadBalancer => loadBalancer.DnsName),
            ZoneId = found.Apply(loadBalancer => loadBalancer.ZoneId),
            ArnSuffix = found.Apply(loadBalancer => loadBalancer.ArnSuffix),
            ListenerArn = config.TargetGroupArn is null ? FindListener(arn, config.ListenerPort) : null,
            RedirectListenerArn = config.HttpRedirectPort is { } port ? FindListener(arn, port) : null,
        };
    }

    private static Output<string> FindListener(Output<string> loadBalancerArn, int port) => Lb.GetListener
        .Invoke(new Lb.GetListenerInvokeArgs { LoadBalancerArn = loadBalancerArn, Port = port })
        .Apply(listener => listener.Arn);
}
