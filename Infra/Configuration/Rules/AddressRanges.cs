using Infra.Planning;

namespace Infra.Configuration.Rules;

internal static class AddressRanges
{
    /// <summary>Why a text is not an IPv4 range; null when it is one.</summary>
    public static string? Problem(string text, string example) =>
        Ipv4Cidr.TryParse(text, out _) ? null
        : Ipv4Cidr.Around(text) is { } around ? $"\"{text}\" is not the beginning of a range; use {around}"
        : $"\"{text}\" is not an IPv4 range; use one such as {example}";
}
