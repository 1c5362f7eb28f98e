namespace Infra.Stack.Parts;

/// <summary>The names around one kind of task.</summary>
internal sealed record TaskNames
{
    public required string Logical { get; init; }

    /// <summary>The name of the service in its cluster, where it is one, and of the container in its task.</summary>
    public required string InCluster { get; init; }

    /// <summary>The family of task definitions.</summary>
    public required string Family { get; init; }

    /// <summary>The family of the tasks that run the migration and nothing else; null for a job.</summary>
    public string? MigrationFamily { get; init; }

    public required string LogGroup { get; init; }
}
