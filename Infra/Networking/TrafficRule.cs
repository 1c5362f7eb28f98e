namespace Infra.Networking;

/// <summary>
/// TCP traffic to one port or a range of them, from one peer to another. It becomes an egress rule where the sender has a
/// security group and an ingress rule where the receiver has one.
/// </summary>
internal sealed record TrafficRule(TrafficPeer From, TrafficPeer To, PortRange Ports)
{
    /// <summary>The address range that stands for the internet; null between two security groups.</summary>
    public string? Cidr { get; init; }

    public bool IsIpv6 => Cidr?.Contains(':', StringComparison.Ordinal) ?? false;

    /// <summary>What the rule is, as a part of its logical name: it must never change with the rule's place in a list.</summary>
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
