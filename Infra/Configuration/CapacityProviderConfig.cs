using System.ComponentModel.DataAnnotations;

namespace Infra.Configuration;

/// <summary>A capacity provider's part in running the tasks.</summary>
internal sealed record CapacityProviderConfig
{
    /// <summary>Share of the tasks beyond every <c>base</c>, relative to the other providers.</summary>
    [Range(0, 1000)]
    public required int Weight { get; init; }

    /// <summary>Tasks that run here before weights count.</summary>
    [Range(0, 100_000)]
    public int Base { get; init; }
}
