namespace Infra.Tests.Stack.Edits;

/// <summary>The outcome of one edit in one direction.</summary>
/// <param name="Key">The key that was edited.</param>
/// <param name="Way">The edit in a word.</param>
/// <param name="Result">What it does.</param>
internal sealed record EditOutcome(string Key, string Way, EditResult Result)
{
    public string Stack { get; init; } = "";

    public IReadOnlyList<EditHarm> Harms { get; init; } = [];

    /// <summary>The problems of a stack file that is refused.</summary>
    public string Refusal { get; init; } = "";
}

/// <summary>The effect of an edit on a running stack.</summary>
internal enum EditResult
{
    /// <summary>The configuration refuses the stack file.</summary>
    Refused,

    /// <summary>The stack stays the same.</summary>
    Unchanged,

    /// <summary>Nothing is lost, cut or ignored, and nothing fails.</summary>
    Harmless,

    Harmful,
}
