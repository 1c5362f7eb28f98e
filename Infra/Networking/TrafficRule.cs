namespace Infra.Networking;

/// <summary>
/// TCP traffic to one port or a range of them, from one peer to another. It becomes an egress rule where the sender has a
/// security group and an ingress rule where the receiver has one.
/// </summary>
internal sealed record TrafficRule(TrafficPeer From, TrafficPeer To, PortRange Ports)
{
    /// <summary>The CIDR block of the internet peer; null between two security groups.</summary>
    public string? Cidr { get; init; }

    public bool IsIpv6 => Cidr?.Contains(':', StringComparison.Ordinal) ?? false;

    /// <summary>Part of the logical name. It must not depend on the rule's position in a list.</summary>
    public string Name => $"{From}-to-{To}-{Ports}{CidrSuffix}";

    public string Description => $"{From} to {To} on port {Ports}";

    private string CidrSuffix => Cidr switch
    {
        null => "",
        TrafficPlan.AnyIpv4 => "-ipv4",
        TrafficPlan.AnyIpv6 => "-ipv6",
        _ => $"-{Cidr.Replace('/', '-').Replace(':', '-')}",
    };
}
