using System.ComponentModel.DataAnnotations;

namespace Infra.Configuration;

/// <summary>A command that must end well before a new version of the application starts, such as a database migration.</summary>
internal sealed record MigrationConfig
{
    /// <summary>What to run, in the service's image with its environment and secrets. Every new task runs it first, so it must do no harm when run again.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Instead of the image's entry point.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];
}
