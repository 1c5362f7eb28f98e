namespace Infra.Networking;

/// <summary>
/// All connections that the stack allows. The internet reaches only load balancers, and from listed CIDR blocks the host ports of
/// jobs. Databases, file systems and services are reached only by the tasks that use them.
/// </summary>
internal sealed record TrafficPlan
{
    public const int Http = 80;
    public const int Https = 443;

    public const string AnyIpv4 = "0.0.0.0/0";
    public const string AnyIpv6 = "::/0";

    private static readonly string[] Ipv4Only = [AnyIpv4];
    private static readonly string[] BothFamilies = [AnyIpv4, AnyIpv6];

    /// <summary>The stack's own load balancer; null without one.</summary>
    public WebTraffic? Web { get; init; }

    public required IReadOnlyList<TaskTraffic> Tasks { get; init; }

    /// <summary>Whether the cluster has EC2 instances, whose agent connects to ECS.</summary>
    public bool HasInstances { get; init; }

    /// <summary>Parts with a security group, such as the database, whether or not a task uses them.</summary>
    public IReadOnlyList<TrafficPeer> Parts { get; init; } = [];

    public bool HasEndpoints { get; init; }

    public bool IsDualStack { get; init; }

    private IReadOnlyList<string> Anywhere => IsDualStack ? BothFamilies : Ipv4Only;

    /// <summary>The peers that need a security group.</summary>
    public IReadOnlyList<TrafficPeer> Peers =>
    [
        .. Rules()
            .SelectMany(rule => new[] { rule.From, rule.To })
            .Concat(Parts)
            .Where(peer => peer != TrafficPeer.Internet)
            .Distinct(),
    ];

    // Tasks in host network mode have the same peer, that of the instances, and may plan the same rule twice.
    public IReadOnlyList<TrafficRule> Rules() =>
    [
        .. ((IEnumerable<TrafficRule>)[.. PlanLoadBalancer(), .. Tasks.SelectMany(PlanTask), .. PlanInstances()]).Distinct(),
    ];

    private IEnumerable<TrafficRule> PlanLoadBalancer() => Web is null ? [] :
    [
        .. FromInternet(TrafficPeer.LoadBalancer, Http, Web.SourceCidrs),
        .. Web.HasCertificate ? FromInternet(TrafficPeer.LoadBalancer, Https, Web.SourceCidrs) : [],
        .. Web.IdentityProviderPorts.SelectMany(port => ToInternet(TrafficPeer.LoadBalancer, port)),
        .. Web.TestListeners.SelectMany(test => FromInternet(TrafficPeer.LoadBalancer, test.Port, test.SourceCidrs)),
    ];

    private IEnumerable<TrafficRule> PlanTask(TaskTraffic task) =>
    [
        .. task.WebPort is { } port ? [new(TrafficPeer.LoadBalancer, task.Peer, port)] : (TrafficRule[])[],
        .. task.TcpPorts.SelectMany(tcp => FromInternet(TrafficPeer.NetworkLoadBalancer, tcp.Port, tcp.SourceCidrs)),
        .. task.TcpPorts.Select(tcp => new TrafficRule(TrafficPeer.NetworkLoadBalancer, task.Peer, tcp.Port)),
        .. task.HostPorts.SelectMany(port => FromInternet(task.Peer, port.Port, port.SourceCidrs)),
        .. task.PeerPorts.Select(ports => new TrafficRule(task.Peer, task.Peer, ports)),
        .. task.EgressPorts.SelectMany(port => ToInternet(task.Peer, port)),
        .. task.Calls.Select(call => new TrafficRule(task.Peer, call.To, call.Ports)),
        .. HasEndpoints ? [new(task.Peer, TrafficPeer.Endpoints, Https)] : (TrafficRule[])[],
    ];

    private IEnumerable<TrafficRule> PlanInstances() => !HasInstances ? [] :
    [
        .. ToInternet(TrafficPeer.Instances, Https),
        .. HasEndpoints ? [new(TrafficPeer.Instances, TrafficPeer.Endpoints, Https)] : (TrafficRule[])[],
    ];

    private IEnumerable<TrafficRule> FromInternet(TrafficPeer to, int port, IReadOnlyList<string>? sources) =>
        (sources ?? Anywhere).Select(cidr => new TrafficRule(TrafficPeer.Internet, to, port) { Cidr = cidr });

    private IEnumerable<TrafficRule> ToInternet(TrafficPeer from, int port) =>
        Anywhere.Select(cidr => new TrafficRule(from, TrafficPeer.Internet, port) { Cidr = cidr });
}

/// <summary>Connections of the load balancer other than those to tasks.</summary>
internal sealed record WebTraffic
{
    /// <summary>Whether it has an HTTPS listener in addition to HTTP.</summary>
    public required bool HasCertificate { get; init; }

    /// <summary>CIDR blocks that can connect; null for all addresses.</summary>
    public IReadOnlyList<string>? SourceCidrs { get; init; }

    /// <summary>Ports on which it calls the identity provider to sign users in.
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html</summary>
    public IReadOnlyList<int> IdentityProviderPorts { get; init; } = [];

    /// <summary>Ports of listeners for test traffic.</summary>
    public IReadOnlyList<TcpTraffic> TestListeners { get; init; } = [];
}
