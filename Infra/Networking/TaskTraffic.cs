namespace Infra.Networking;

/// <summary>What the tasks of one service or job are reached by and reach.</summary>
internal sealed record TaskTraffic
{
    public required TrafficPeer Peer { get; init; }

    /// <summary>The port the load balancer forwards to; null for tasks it does not know.</summary>
    public int? WebPort { get; init; }

    /// <summary>Ports of the network load balancer that lead to the same ports of the tasks.</summary>
    public IReadOnlyList<TcpTraffic> TcpPorts { get; init; } = [];

    /// <summary>Ports of the instance that lead to the same ports of the tasks.</summary>
    public IReadOnlyList<TcpTraffic> HostPorts { get; init; } = [];

    /// <summary>Ports on which tasks of the same kind talk to each other.</summary>
    public IReadOnlyList<PortRange> PeerPorts { get; init; } = [];

    /// <summary>Ports reached on the internet: image registry, AWS and other APIs.</summary>
    public required IReadOnlyList<int> EgressPorts { get; init; }

    /// <summary>The other services, and the parts such as the database, that they connect to.</summary>
    public IReadOnlyList<CallTraffic> Calls { get; init; } = [];
}

/// <summary>Connections to a service or another part.</summary>
internal sealed record CallTraffic(TrafficPeer To, PortRange Ports);

/// <summary>A port that is open to the outside, and the only addresses that may use it.</summary>
internal sealed record TcpTraffic(int Port, IReadOnlyList<string> SourceCidrs);
