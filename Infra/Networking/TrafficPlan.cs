namespace Infra.Networking;

/// <summary>
/// Every connection the stack allows, and nothing else. The internet reaches the load balancers only, and named addresses the ports
/// that a job opens on its instance; the database, the file systems and other services are reached by the tasks that use them, and by
/// no others.
/// </summary>
internal sealed record TrafficPlan
{
    public const int Http = 80;
    public const int Https = 443;

    public const string AnyIpv4 = "0.0.0.0/0";
    public const string AnyIpv6 = "::/0";

    private static readonly string[] Ipv4Only = [AnyIpv4];
    private static readonly string[] BothFamilies = [AnyIpv4, AnyIpv6];

    /// <summary>The stack's own load balancer; null where there is none, or one that exists already.</summary>
    public WebTraffic? Web { get; init; }

    public required IReadOnlyList<TaskTraffic> Tasks { get; init; }

    /// <summary>Whether tasks run on EC2 instances, whose agent talks to ECS.</summary>
    public bool HasInstances { get; init; }

    /// <summary>The parts that have a security group whether or not any task uses them, such as the database.</summary>
    public IReadOnlyList<TrafficPeer> Stores { get; init; } = [];

    public bool HasEndpoints { get; init; }

    public bool IsDualStack { get; init; }

    private IReadOnlyList<string> Anywhere => IsDualStack ? BothFamilies : Ipv4Only;

    /// <summary>Everything that needs a security group.</summary>
    public IReadOnlyList<TrafficPeer> Peers =>
    [
        .. Rules()
            .SelectMany(rule => new[] { rule.From, rule.To })
            .Concat(Stores)
            .Where(peer => peer != TrafficPeer.Internet)
            .Distinct(),
    ];

    // Tasks that share an instance's network share its rules.
    public IReadOnlyList<TrafficRule> Rules() =>
    [
        .. ((IEnumerable<TrafficRule>)[.. OfLoadBalancer(), .. Tasks.SelectMany(OfTask), .. OfInstances()]).Distinct(),
    ];

    private IEnumerable<TrafficRule> OfLoadBalancer() => Web is null ? [] :
    [
        .. FromInternet(TrafficPeer.LoadBalancer, Http, Web.SourceCidrs),
        .. Web.HasCertificate ? FromInternet(TrafficPeer.LoadBalancer, Https, Web.SourceCidrs) : [],
        .. Web.IdentityProviderPorts.SelectMany(port => ToInternet(TrafficPeer.LoadBalancer, port)),
        .. Web.TestListeners.SelectMany(test => FromInternet(TrafficPeer.LoadBalancer, test.Port, test.SourceCidrs)),
    ];

    private IEnumerable<TrafficRule> OfTask(TaskTraffic task) =>
    [
        .. task.WebPort is { } port ? One(TrafficPeer.LoadBalancer, task.Peer, port) : [],
        .. task.TcpPorts.SelectMany(tcp => FromInternet(TrafficPeer.NetworkLoadBalancer, tcp.Port, tcp.SourceCidrs)),
        .. task.TcpPorts.Select(tcp => new TrafficRule(TrafficPeer.NetworkLoadBalancer, task.Peer, tcp.Port)),
        .. task.HostPorts.SelectMany(port => FromInternet(task.Peer, port.Port, port.SourceCidrs)),
        .. task.PeerPorts.Select(ports => new TrafficRule(task.Peer, task.Peer, ports)),
        .. task.EgressPorts.SelectMany(port => ToInternet(task.Peer, port)),
        .. task.Calls.Select(call => new TrafficRule(task.Peer, call.To, call.Ports)),
        .. HasEndpoints ? One(task.Peer, TrafficPeer.Endpoints, Https) : [],
    ];

    private IEnumerable<TrafficRule> OfInstances() => !HasInstances ? [] :
    [
        .. ToInternet(TrafficPeer.Instances, Https),
        .. HasEndpoints ? One(TrafficPeer.Instances, TrafficPeer.Endpoints, Https) : [],
    ];

    private static TrafficRule[] One(TrafficPeer from, TrafficPeer to, int port) => [new(from, to, port)];

    private IEnumerable<TrafficRule> FromInternet(TrafficPeer to, int port, IReadOnlyList<string>? sources) =>
        (sources ?? Anywhere).Select(cidr => new TrafficRule(TrafficPeer.Internet, to, port) { Cidr = cidr });

    private IEnumerable<TrafficRule> ToInternet(TrafficPeer from, int port) =>
        Anywhere.Select(cidr => new TrafficRule(from, TrafficPeer.Internet, port) { Cidr = cidr });
}

/// <summary>Who reaches the load balancer, and what it reaches besides tasks.</summary>
internal sealed record WebTraffic
{
    /// <summary>Whether it serves HTTPS, besides HTTP.</summary>
    public required bool HasCertificate { get; init; }

    /// <summary>The only addresses that may connect; null means everyone.</summary>
    public IReadOnlyList<string>? SourceCidrs { get; init; }

    /// <summary>Where it signs users in: it then calls the identity provider itself.
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html</summary>
    public IReadOnlyList<int> IdentityProviderPorts { get; init; } = [];

    /// <summary>Ports for test traffic, and the only addresses that may use each.</summary>
    public IReadOnlyList<TcpTraffic> TestListeners { get; init; } = [];
}
