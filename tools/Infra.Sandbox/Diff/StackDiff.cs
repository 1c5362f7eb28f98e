using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diff;

/// <summary>The difference between two versions of a stack.</summary>
internal sealed record StackDiff
{
    public required string Stack { get; init; }

    /// <summary>The old stack file.</summary>
    public required string From { get; init; }

    /// <summary>The new stack file.</summary>
    public required string To { get; init; }

    /// <summary>The keys of the stack file that differ.</summary>
    public required ImmutableArray<KeyChange> Keys { get; init; }

    public required UpdatePlan Plan { get; init; }

    public required Attribution Attribution { get; init; }

    /// <summary>Changes that make the update a replacement of the whole stack, as sentences.</summary>
    public ImmutableArray<string> IdentityChanges { get; init; } = [];
}

/// <summary>The keys of the stack file that cause each change.</summary>
/// <param name="Keys">The keys by resource, in the order of the file.</param>
/// <param name="MissingReason">The reason why they are not known, in a sentence; null if they are.</param>
internal sealed record Attribution(ImmutableDictionary<ResourceKey, ImmutableArray<string>> Keys, string? MissingReason = null)
{
    public static Attribution Unknown(string reason) => new(ImmutableDictionary<ResourceKey, ImmutableArray<string>>.Empty, reason);

    public ImmutableArray<string> KeysOf(ResourceChange change) => Keys.GetValueOrDefault(change.Key, []);
}
