using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>Finds the edits that silently do nothing.</summary>
internal static class IgnoredChanges
{
    private const string Option = "The stack ignores changes of it, because something else changes it while the stack runs.";
    private const string Kept = "The provider keeps the value when none is given. Give another value instead.";

    /// <summary>The inputs of a resource that the update leaves as they are.</summary>
    public static IEnumerable<IgnoredChange> Of(ResourceNode running, ResourceNode wanted)
    {
        var effective = wanted with { Inputs = EffectiveInputs.Of(running, wanted) };
        var changed = InputComparison.Of(running, effective, _ => false).Select(difference => difference.Path).ToHashSet(StringComparer.Ordinal);
        return
            from difference in InputComparison.Of(running, wanted, _ => false)
            where !changed.Contains(difference.Path) && !IsDefault(wanted.Key.Type, difference)
            select new IgnoredChange(wanted.Key, difference.Path, Reason(running, wanted, difference));
    }

    // The program asks for what AWS has anyway.
    private static bool IsDefault(string type, InputDifference difference) =>
        UnsetInputs.DefaultOf(type, difference.Input) is { } standard
        && ValueEquality.AreEqual(difference.Old ?? standard, difference.New ?? standard);

    private static string Reason(ResourceNode running, ResourceNode wanted, InputDifference difference) =>
        difference is { Old: not null, New: null } && UnsetInputs.KeepValue(wanted.Key.Type, difference.Input)
            ? Kept
            : SuppressedChanges.Find(wanted.Key.Type, difference.Input, running.Inputs, wanted.Inputs)?.Reason ?? Option;
}
