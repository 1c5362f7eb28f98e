using System.Net;
using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Validates the URL of an emulator.</summary>
internal static class EmulatorEndpoint
{
    private const string Localhost = "localhost";

    private static readonly string[] AwsDomains = ["amazonaws.com", "amazonaws.com.cn", "aws.dev", "api.aws"];

    /// <param name="text">The value of <c>--endpoint</c>.</param>
    /// <param name="allowRemote">Whether it may be on another machine.</param>
    /// <exception cref="UsageException">The URL is not valid or not allowed.</exception>
    public static Uri Parse(string text, bool allowRemote)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || !IsAddressOnly(endpoint))
        {
            throw new UsageException($"--endpoint {text} is not the URL of an emulator, such as http://127.0.0.1:4566");
        }

        Check(endpoint, allowRemote);
        return endpoint;
    }

    /// <exception cref="UsageException">The endpoint is not allowed.</exception>
    public static void Check(Uri endpoint, bool allowRemote)
    {
        if (Array.Exists(AwsDomains, domain => IsIn(endpoint.IdnHost, domain)))
        {
            throw new UsageException($"{Display(endpoint)} is AWS; the sandbox deploys only to emulators");
        }

        if (!allowRemote && !IsOnThisMachine(endpoint))
        {
            throw new UsageException($"{Display(endpoint)} is not on this machine; add --allow-remote if it is an emulator");
        }
    }

    public static string Display(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Authority);

    // Loopback names and addresses, which need no resolver.
    private static bool IsOnThisMachine(Uri endpoint) =>
        IsIn(endpoint.IdnHost, Localhost) || (IPAddress.TryParse(endpoint.IdnHost, out var address) && IPAddress.IsLoopback(address));

    private static bool IsIn(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static bool IsAddressOnly(Uri endpoint) =>
        (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps)
        && endpoint is { UserInfo: "", PathAndQuery: "/", Fragment: "" };
}
