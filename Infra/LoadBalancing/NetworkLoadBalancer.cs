using Infra.Networking;
using Pulumi;

namespace Infra.LoadBalancing;

internal sealed record NetworkLoadBalancerArgs
{
    public required NetworkLoadBalancerConfig Config { get; init; }

    public required Placement Placement { get; init; }

    public required bool IsDualStack { get; init; }
}

/// <summary>
/// A Network Load Balancer for the TCP ports of services. Its security group allows the configured CIDR blocks only. Costs about 20 USD
/// a month.
/// </summary>
internal sealed class NetworkLoadBalancer : ComponentResource
{
    private const string Type = "infra:index:NetworkLoadBalancer";

    public NetworkLoadBalancer(string name, NetworkLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var config = args.Config;
        var isInternal = config.Scheme == LoadBalancerScheme.Internal;
        var loadBalancer = new Lb.LoadBalancer(
            AwsNames.LoadBalancer.Fit(name),
            new Lb.LoadBalancerArgs
            {
                LoadBalancerType = "network",
                Internal = isInternal,
                Subnets = args.Placement.Network.SubnetIds(isInternal ? SubnetTier.Private : SubnetTier.Public),
                SecurityGroups = [args.Placement.SecurityGroups.IdOf(TrafficPeer.NetworkLoadBalancer)],
                IpAddressType = args.IsDualStack && !isInternal ? "dualstack" : "ipv4",
                EnableDeletionProtection = config.DeletionProtection,
                // A service can have fewer tasks than there are zones.
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
}
