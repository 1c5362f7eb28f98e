namespace Infra.Sandbox.Deployments.Processes;

/// <summary>A command line with its environment.</summary>
internal sealed record ToolCommand
{
    /// <summary>The full path of the program.</summary>
    public required string Program { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The directory it runs in.</summary>
    public required string Directory { get; init; }

    /// <summary>Additional environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
