using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Costs;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Notices;

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

    /// <summary>The change of cost; null where it was not computed.</summary>
    public CostComparison? Cost { get; init; }

    /// <summary>Changes that make the update a replacement of the whole stack, as sentences.</summary>
    public ImmutableArray<string> IdentityChanges { get; init; } = [];

    /// <summary>The findings of <c>check</c> that come and go.</summary>
    public ComingAndGoing<Finding> Findings { get; init; } = ComingAndGoing<Finding>.None;

    /// <summary>The notices and warnings that come and go.</summary>
    public ComingAndGoing<Notice> Notices { get; init; } = ComingAndGoing<Notice>.None;
}

/// <summary>Remarks that only one of two versions of a stack has.</summary>
/// <param name="New">What the new version has.</param>
/// <param name="Gone">What the old one had.</param>
internal sealed record ComingAndGoing<T>(ImmutableArray<T> New, ImmutableArray<T> Gone)
{
    public static ComingAndGoing<T> None { get; } = new([], []);

    public bool IsEmpty => New.IsEmpty && Gone.IsEmpty;

    /// <param name="old">What the old version has.</param>
    /// <param name="wanted">What the new version has.</param>
    /// <param name="identity">What makes two of them the same.</param>
    public static ComingAndGoing<T> Between<TKey>(IEnumerable<T> old, IEnumerable<T> wanted, Func<T, TKey> identity)
    {
        var (before, after) = (old.ToList(), wanted.ToList());
        return new([.. after.ExceptBy(before.Select(identity), identity)], [.. before.ExceptBy(after.Select(identity), identity)]);
    }
}

/// <summary>The keys of the stack file that cause each change.</summary>
/// <param name="Keys">The keys by resource, in the order of the file.</param>
/// <param name="MissingReason">The reason why they are not known, in a sentence; null if they are.</param>
internal sealed record Attribution(ImmutableDictionary<ResourceKey, ImmutableArray<string>> Keys, string? MissingReason = null)
{
    public static Attribution Unknown(string reason) => new(ImmutableDictionary<ResourceKey, ImmutableArray<string>>.Empty, reason);

    public ImmutableArray<string> KeysOf(ResourceChange change) => Keys.GetValueOrDefault(change.Key, []);
}
