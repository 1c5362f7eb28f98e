using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>A port of an instance on which a task that shares its network is reached.</summary>
internal sealed record HostPortConfig
{
    /// <summary>The port, of the container and of the instance.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>The only address ranges that may connect. Empty means nobody.</summary>
    [Unique]
    public required IReadOnlyList<string> AllowedCidrs { get; init; }
}
