using System.Net;

namespace Infra.Networking;

/// <summary>Why a text is not an address range in the only spelling that AWS takes; null when it is one.</summary>
internal static class AddressRanges
{
    public static string? Ipv4Problem(string text, string example) => Problem(
        text, Ipv4Cidr.Around(text)?.ToString(), $"is not an IPv4 range; use one such as {example}");

    public static string? Ipv6Problem(string text) => Problem(
        text, IPNetwork.TryParse(text, out var network) ? network.ToString() : null, "is not an IPv6 range; use one such as 2001:db8::/32");

    private static string? Problem(string text, string? meant, string otherwise) =>
        meant is null ? $"\"{text}\" {otherwise}"
        : meant != text ? $"\"{text}\" means {meant}; write that"
        : null;
}
