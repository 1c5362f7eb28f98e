namespace Infra.Networking;

/// <summary>The connections to and from the tasks of one service or job.</summary>
internal sealed record TaskTraffic
{
    public required TrafficPeer Peer { get; init; }

    /// <summary>The port that the load balancer forwards to; null for tasks without one.</summary>
    public int? WebPort { get; init; }

    /// <summary>Ports of the network load balancer, which forwards to the same ports of the tasks.</summary>
    public IReadOnlyList<TcpTraffic> TcpPorts { get; init; } = [];

    /// <summary>Ports of the instance, mapped to the same ports of the tasks.</summary>
    public IReadOnlyList<TcpTraffic> HostPorts { get; init; } = [];

    /// <summary>Ports on which tasks of the same service connect to each other.</summary>
    public IReadOnlyList<PortRange> PeerPorts { get; init; } = [];

    /// <summary>Ports that the tasks reach on the internet: image registries, AWS and other APIs.</summary>
    public required IReadOnlyList<int> EgressPorts { get; init; }

    /// <summary>Connections to other services, and to parts such as the database.</summary>
    public IReadOnlyList<CallTraffic> Calls { get; init; } = [];
}

/// <summary>Connections to a service or another part.</summary>
internal sealed record CallTraffic(TrafficPeer To, PortRange Ports);

/// <summary>An open port, and the CIDR blocks that can reach it.</summary>
internal sealed record TcpTraffic(int Port, IReadOnlyList<string> SourceCidrs);
