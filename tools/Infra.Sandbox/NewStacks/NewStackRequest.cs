namespace Infra.Sandbox.NewStacks;

/// <summary>The options of <c>new</c>.</summary>
internal sealed record NewStackRequest
{
    public required string Stack { get; init; }

    /// <summary>The stack or the file to copy; null to write a file from answers only.</summary>
    public string? From { get; init; }

    /// <summary>Answers, each as <c>KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Whether questions that are not answered take their defaults.</summary>
    public bool TakesDefaults { get; init; }
}
