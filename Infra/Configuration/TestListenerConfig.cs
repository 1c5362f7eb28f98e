using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>A listener of its own on which a new version is reached before the public traffic moves to it. Without it there is none.</summary>
internal sealed record TestListenerConfig
{
    /// <summary>Port of the listener: HTTPS with the domain's certificate where there is a domain.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>The only address ranges that may connect.</summary>
    [Length(1, int.MaxValue)]
    [Unique]
    public required IReadOnlyList<string> AllowedCidrs { get; init; }
}
