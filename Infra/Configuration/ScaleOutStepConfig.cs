using System.ComponentModel.DataAnnotations;

namespace Infra.Configuration;

/// <summary>How many tasks to add above a value.</summary>
internal sealed record ScaleOutStepConfig
{
    /// <summary>The value: percent, or messages.</summary>
    [Range(0, 1_000_000)]
    public required int AboveValue { get; init; }

    /// <summary>How many tasks to add.</summary>
    [Range(1, 5000)]
    public required int AddTasks { get; init; }
}
