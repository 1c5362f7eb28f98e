namespace Infra.Planning;

/// <summary>
/// Every connection the stack allows, and nothing else. The internet reaches the load balancer only; the database is
/// reached by the service only.
/// </summary>
internal sealed record TrafficPlan
{
    public const int Http = 80;
    public const int Https = 443;

    public const string AnyIpv4 = "0.0.0.0/0";
    public const string AnyIpv6 = "::/0";

    private static readonly string[] Ipv4Only = [AnyIpv4];
    private static readonly string[] BothFamilies = [AnyIpv4, AnyIpv6];

    public required int ServicePort { get; init; }

    /// <summary>Whether the load balancer serves HTTPS, besides HTTP.</summary>
    public required bool HasCertificate { get; init; }

    /// <summary>Who reaches the load balancer; empty means everyone.</summary>
    public IReadOnlyList<string> LoadBalancerSourceCidrs { get; init; } = [];

    /// <summary>Ports the tasks reach on the internet: image registry, AWS and other APIs.</summary>
    public required IReadOnlyList<int> ServiceEgressPorts { get; init; }

    public int? DatabasePort { get; init; }

    public bool HasEndpoints { get; init; }

    /// <summary>Whether the load balancer signs users in: it then calls the identity provider itself.
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html</summary>
    public bool Authenticates { get; init; }

    public bool IsDualStack { get; init; }

    public IReadOnlyList<TrafficRule> Rules() =>
    [
        .. FromInternet(Http),
        .. HasCertificate ? FromInternet(Https) : [],
        new TrafficRule(TrafficPeer.LoadBalancer, TrafficPeer.Service, ServicePort),
        .. ServiceEgressPorts.SelectMany(port => ToInternet(TrafficPeer.Service, port)),
        .. Authenticates ? ToInternet(TrafficPeer.LoadBalancer, Https) : [],
        .. DatabasePort is { } port ? [new TrafficRule(TrafficPeer.Service, TrafficPeer.Database, port)] : (TrafficRule[])[],
        .. HasEndpoints ? [new TrafficRule(TrafficPeer.Service, TrafficPeer.Endpoints, Https)] : (TrafficRule[])[],
    ];

    private IEnumerable<TrafficRule> FromInternet(int port) =>
        (LoadBalancerSourceCidrs.Count > 0 ? LoadBalancerSourceCidrs : Anywhere)
            .Select(cidr => new TrafficRule(TrafficPeer.Internet, TrafficPeer.LoadBalancer, port) { Cidr = cidr });

    private IEnumerable<TrafficRule> ToInternet(TrafficPeer from, int port) =>
        Anywhere.Select(cidr => new TrafficRule(from, TrafficPeer.Internet, port) { Cidr = cidr });

    private IReadOnlyList<string> Anywhere => IsDualStack ? BothFamilies : Ipv4Only;
}
