using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Reviews;

/// <summary>The effect of a pull request on a stack.</summary>
/// <param name="Stack">The stack.</param>
internal abstract record StackReview(string Stack)
{
    /// <summary>The stack file is in both versions.</summary>
    /// <param name="Stack">The stack.</param>
    /// <param name="Diff">The difference.</param>
    /// <param name="Diagram">The stack with what is new, changed and gone.</param>
    public sealed record Compared(string Stack, StackDiff Diff, Diagram Diagram) : StackReview(Stack);

    /// <summary>The stack file is new.</summary>
    public sealed record Added(string Stack, ResourceGraph Graph) : StackReview(Stack);

    /// <summary>The stack file is deleted.</summary>
    public sealed record Removed(string Stack) : StackReview(Stack);

    /// <summary>One of the two versions has problems.</summary>
    /// <param name="Stack">The stack.</param>
    /// <param name="Problems">The problems, a line each.</param>
    public sealed record Invalid(string Stack, string Problems) : StackReview(Stack);
}
