using System.Collections.Immutable;
using Infra.Sandbox.Checks.Edits;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Checks;

/// <summary>A control that a key of the stack file does not meet.</summary>
internal sealed record Finding
{
    /// <summary>The control; for an exception that is a finding itself, its ID begins with Exception.</summary>
    public required Control Control { get; init; }

    /// <summary>The key of the stack file.</summary>
    public required string Key { get; init; }

    /// <summary>Why, as a sentence after the key.</summary>
    public required string Why { get; init; }

    public required Remedy Remedy { get; init; }

    /// <summary>The resources that do not meet the control.</summary>
    public ImmutableArray<ResourceKey> Resources { get; init; } = [];

    /// <summary>Two findings with the same identity are one.</summary>
    public (string Control, string Key) Identity => (Control.Id, Key);
}

/// <summary>The way to resolve a finding.</summary>
/// <param name="Edits">The edits of the stack file; empty if no key alone can do it.</param>
/// <param name="Note">What else to know about the edits, or what to do without one, as a sentence; null if nothing.</param>
internal sealed record Remedy(ImmutableArray<KeyEdit> Edits, string? Note = null)
{
    public static Remedy Set(string key, string value, string? note = null) => new([new KeyEdit(key, value)], note);

    public static Remedy None(string note) => new([], note);

    /// <summary>With a further edit.</summary>
    public Remedy And(KeyEdit? edit) => edit is null ? this : this with { Edits = Edits.Add(edit) };
}

/// <summary>A resource that does not meet a control.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Key">The key of the stack file that is the cause.</param>
/// <param name="Why">Why, as a sentence after the key.</param>
/// <param name="Remedy">What resolves it.</param>
internal sealed record Violation(ResourceNode Resource, string Key, string Why, Remedy Remedy);
