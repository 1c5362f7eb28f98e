using System.Net;
using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>The address of an emulator that somebody else runs.</summary>
internal static class EmulatorEndpoint
{
    private const string Localhost = "localhost";

    private static readonly string[] AwsDomains = ["amazonaws.com", "amazonaws.com.cn", "aws.dev", "api.aws"];

    /// <param name="text">What follows <c>--endpoint</c>.</param>
    /// <param name="allowRemote">Whether it may be on another machine.</param>
    /// <exception cref="MisuseException">It is none, or none that is allowed.</exception>
    public static Uri Parse(string text, bool allowRemote)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || !IsAddressOnly(endpoint))
        {
            throw new MisuseException($"--endpoint {text} is not the address of an emulator; it looks like http://127.0.0.1:4566");
        }

        Check(endpoint, allowRemote);
        return endpoint;
    }

    /// <exception cref="MisuseException">It is one that is not allowed.</exception>
    public static void Check(Uri endpoint, bool allowRemote)
    {
        if (Array.Exists(AwsDomains, domain => IsIn(endpoint.IdnHost, domain)))
        {
            throw new MisuseException($"{Shown(endpoint)} is AWS itself; the sandbox deploys to emulators only");
        }

        if (!allowRemote && !IsOnThisMachine(endpoint))
        {
            throw new MisuseException($"{Shown(endpoint)} is not on this machine; add --allow-remote if it is an emulator all the same");
        }
    }

    public static string Shown(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Authority);

    // The name and the addresses that no resolver takes elsewhere.
    private static bool IsOnThisMachine(Uri endpoint) =>
        IsIn(endpoint.IdnHost, Localhost) || (IPAddress.TryParse(endpoint.IdnHost, out var address) && IPAddress.IsLoopback(address));

    private static bool IsIn(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static bool IsAddressOnly(Uri endpoint) =>
        (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps)
        && endpoint is { UserInfo: "", PathAndQuery: "/", Fragment: "" };
}
