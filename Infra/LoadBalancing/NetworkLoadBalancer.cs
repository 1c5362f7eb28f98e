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

    private readonly string _name;

    public NetworkLoadBalancer(string name, NetworkLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var config = args.Config;
        var isInternal = config.Scheme == LoadBalancerScheme.Internal;
        var balancer = this.Child();
        balancer.Protect = config.DeletionProtection;
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
            balancer);

        Arn = loadBalancer.Arn;
        DnsName = loadBalancer.DnsName;
        Suffix = BalancerSuffix.Of(config.Scheme, usual: LoadBalancerScheme.Internal);
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("dnsName")]
    public Output<string> DnsName { get; }

    /// <summary>The end of the names of its target groups.</summary>
    public string Suffix { get; }

    /// <summary>A listener that forwards to a target group. Named by its port, so that a port which passes to another service is updated in place.</summary>
    public Lb.Listener CreateListener(int port, Output<string> targetGroupArn) => new(
        $"{_name}-{port}",
        new Lb.ListenerArgs
        {
            LoadBalancerArn = Arn,
            Port = port,
            Protocol = "TCP",
            DefaultActions = [new Lb.Inputs.ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targetGroupArn }],
        },
        this.Child());
}
