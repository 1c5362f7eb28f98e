using Infra.Clusters;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Queueing;
using Infra.Tasks;

namespace Infra.Services;

/// <summary>The resources that all services of the stack share.</summary>
internal sealed record ServiceHost
{
    public required TaskHost Tasks { get; init; }

    public required StackConfig Config { get; init; }

    /// <summary>The HTTP load balancer; null if no service has a <c>containerPort</c>.</summary>
    public HttpEntry? HttpEntry { get; init; }

    /// <summary>The listener rules of the services; null without a listener.</summary>
    public ListenerRuleSet? Rules { get; init; }

    /// <summary>The Network Load Balancer; null if no service has <c>tcpPorts</c>.</summary>
    public NetworkLoadBalancer? NetworkLoadBalancer { get; init; }

    /// <summary>The listener action that signs users in; null for no sign-in.</summary>
    public Lb.Inputs.ListenerRuleActionArgs? Authentication { get; init; }

    public DiscoveryNamespace? Discovery { get; init; }

    public Queues? Queues { get; init; }

    public Notifications? Notifications { get; init; }
}
