using Infra.Clusters;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Queueing;
using Infra.SignIn;
using Infra.Tasks;
using Pulumi;

namespace Infra.Services;

/// <summary>The parts that all services of the stack share.</summary>
internal sealed record ServiceHost
{
    public required TaskHost Tasks { get; init; }

    public required StackConfig Config { get; init; }

    /// <summary>The load balancer for HTTP; null where no service has a <c>containerPort</c>.</summary>
    public HttpEntry? HttpEntry { get; init; }

    /// <summary>The load balancer for TCP ports; null where no service has any.</summary>
    public NetworkLoadBalancer? NetworkLoadBalancer { get; init; }

    /// <summary>The listener action that signs users in; null lets everyone through.</summary>
    public Lb.Inputs.ListenerRuleActionArgs? Authentication { get; init; }

    public DiscoveryNamespace? Discovery { get; init; }

    public Queues? Queues { get; init; }

    public Notifications? Notifications { get; init; }
}
