using System.Net;

namespace Infra.Networking;

/// <summary>Checks that a text is an address range in canonical CIDR notation, the only spelling that AWS keeps.</summary>
internal static class AddressRanges
{
    public static string? Ipv4Problem(string text, string example) => Problem(
        text, Ipv4Cidr.Normalize(text)?.ToString(), $"is not an IPv4 range; use one such as {example}");

    public static string? Ipv6Problem(string text) => Problem(
        text, IPNetwork.TryParse(text, out var network) ? network.ToString() : null, "is not an IPv6 range; use one such as 2001:db8::/32");

    private static string? Problem(string text, string? canonical, string otherwise) =>
        canonical is null ? $"\"{text}\" {otherwise}"
        : canonical != text ? $"\"{text}\" is not in canonical form; use {canonical}"
        : null;
}
