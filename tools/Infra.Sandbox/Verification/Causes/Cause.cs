namespace Infra.Sandbox.Verification.Causes;

/// <summary>The cause of a failed deployment.</summary>
internal sealed record Cause
{
    /// <summary>Its name, for programs.</summary>
    public required string Id { get; init; }

    /// <summary>The message of AWS.</summary>
    public required string Message { get; init; }

    /// <summary>The number of stopped tasks with this cause; 0 if no task says it.</summary>
    public int Tasks { get; init; }

    /// <summary>The cause in words.</summary>
    public required string Text { get; init; }

    /// <summary>The key of the stack file to change.</summary>
    public required string Key { get; init; }

    /// <summary>The change.</summary>
    public required string Fix { get; init; }

    /// <summary>The page of AWS's documentation.</summary>
    public required string Source { get; init; }
}
