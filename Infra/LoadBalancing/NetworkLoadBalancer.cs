using Infra.Networking;
using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>
/// A Network Load Balancer for the TCP ports of services. Its security group lets in only the addresses that the stack file
/// names. Costs about 20 USD a month.
/// </summary>
internal sealed class NetworkLoadBalancer : ComponentResource
{
    private const string Type = "infra:index:NetworkLoadBalancer";

    private NetworkLoadBalancer(string name, Foundation foundation)
        : base(Type, name)
    {
        var config = foundation.Config.NetworkLoadBalancer;
        var isInternal = config.Scheme == LoadBalancerScheme.Internal;
        var loadBalancer = new Lb.LoadBalancer(
            AwsNames.LoadBalancer.Fit(name),
            new Lb.LoadBalancerArgs
            {
                LoadBalancerType = "network",
                Internal = isInternal,
                Subnets = foundation.Network.SubnetIds(isInternal ? SubnetTier.Private : SubnetTier.Public),
                SecurityGroups = [foundation.SecurityGroups.IdOf(TrafficPeer.NetworkLoadBalancer)],
                IpAddressType = foundation.Config.IsDualStack && !isInternal ? "dualstack" : "ipv4",
                EnableDeletionProtection = config.DeletionProtection,
                // A service may have fewer tasks than there are zones.
                EnableCrossZoneLoadBalancing = true,
            },
            this.Child());

        Arn = loadBalancer.Arn;
        DnsName = loadBalancer.DnsName;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("dnsName")]
    public Output<string> DnsName { get; }

    /// <summary>The load balancer, where any service has TCP ports.</summary>
    public static NetworkLoadBalancer? For(string name, Foundation foundation) =>
        foundation.Config.HasTcpPorts ? new NetworkLoadBalancer(name, foundation) : null;

    /// <summary>The name clients connect to; null without a load balancer.</summary>
    public static Output<string?> HostOf(NetworkLoadBalancer? loadBalancer) => Optional.Of(loadBalancer?.DnsName);
}
