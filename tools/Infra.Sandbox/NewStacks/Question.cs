using Infra.Configuration.Binding;

namespace Infra.Sandbox.NewStacks;

/// <summary>A value that a new stack file needs.</summary>
/// <param name="Key">Its key: <c>app:network.cidr</c>.</param>
/// <param name="Hint">What it is, or why it must differ from the copied one.</param>
internal sealed record Question(string Key, string Hint)
{
    /// <summary>The value that is taken without an answer; null if there is none, and one is required.</summary>
    public string? Default { get; init; }

    /// <summary>The value of the stack that is copied.</summary>
    public string? Old { get; init; }

    /// <summary>Whether the old value is allowed too.</summary>
    public bool MayBeSame { get; init; }

    /// <summary>The key that is asked for, as far as it is one of the configuration.</summary>
    public ConfigMember? Member { get; init; }

    /// <summary>The problem of an answer by itself; null if there is none.</summary>
    public string? ProblemOf(string answer) =>
        answer == Old && !MayBeSame ? "is the value of the copied stack; use another"
        : Member?.Type.Leaf.Kind is ConfigKind.Text && Constraints!.ProblemOf(answer, maySuggest: true) is { } problem ? $"\"{answer}\" {problem}"
        : null;

    private Constraints? Constraints => Member?.Type.Item is null ? Member?.Constraints : Member.Constraints.ForItems;
}
