namespace Infra.Planning;

/// <summary>Who may talk to whom: the internet, or a tier with a security group of its own.</summary>
internal enum TrafficPeer
{
    Internet,
    LoadBalancer,
    Service,
    Database,
    Endpoints,
}

internal static class TrafficPeers
{
    /// <summary>The peer's name as a part of resource names.</summary>
    public static string Kebab(this TrafficPeer peer) => peer switch
    {
        TrafficPeer.LoadBalancer => "load-balancer",
        _ => peer.ToString().ToLowerInvariant(),
    };
}
