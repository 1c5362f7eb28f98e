using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>A port of the service that is reached through a network load balancer, as it is: no HTTP, no sign-in.</summary>
internal sealed record TcpPortConfig
{
    /// <summary>The port, of the container and of the load balancer.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>The only address ranges that may connect. Empty means nobody; the port is never open to the world by itself.</summary>
    [Unique]
    public IReadOnlyList<string> AllowedCidrs { get; init; } = [];
}
