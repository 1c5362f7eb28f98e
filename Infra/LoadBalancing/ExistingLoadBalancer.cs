using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>A load balancer that exists already, and those of its listeners to which the stack adds rules.</summary>
internal sealed record ExistingLoadBalancer
{
    public required Output<string> Arn { get; init; }

    public required Output<string> DnsName { get; init; }

    /// <summary>The zone of <see cref="DnsName"/>, for alias records.</summary>
    public required Output<string> ZoneId { get; init; }

    /// <summary>What metrics call it.</summary>
    public required Output<string> ArnSuffix { get; init; }

    /// <summary>The listener that serves; none where a target group is given that has its rule already.</summary>
    public Output<string>? ListenerArn { get; init; }

    /// <summary>The plain HTTP listener on which the stack redirects; none where it does not.</summary>
    public Output<string>? RedirectListenerArn { get; init; }

    /// <summary>Looks it up by name.</summary>
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
