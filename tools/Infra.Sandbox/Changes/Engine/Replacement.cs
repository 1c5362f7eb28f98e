using System.Collections.Immutable;
using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>Decides whether changed inputs replace a resource.</summary>
internal static class Replacement
{
    // Every input of random values generates other ones.
    private const string Random = "random:";

    /// <summary>The changed inputs of a resource with whether each forces its replacement.</summary>
    public static ImmutableArray<PropertyChange> Changes(ResourceNode running, ResourceNode wanted, Func<Symbol, bool> isNewValue) =>
    [
        .. InputComparison.Of(running, wanted with { Inputs = EffectiveInputs.Of(running, wanted) }, isNewValue)
            .Select(difference => new PropertyChange(
                difference.Path, difference.Old, difference.New, Forces(running, wanted, difference.Input))),
    ];

    /// <summary>Whether inputs that become unknown replace a resource.</summary>
    public static bool ForcedBy(ResourceNode running, Func<Symbol, bool> isNewValue) =>
        InputComparison.Of(running, running, isNewValue).Any(difference => Forces(running, running, difference.Input));

    private static bool Forces(ResourceNode running, ResourceNode wanted, string input) =>
        wanted.Key.Type.StartsWith(Random, StringComparison.Ordinal)
        || ReplacementFacts.ForcesReplacement(wanted.Key.Type, input)
        || ReplacementConditions.Find(wanted.Key.Type, input, running.Inputs, wanted.Inputs) is not null;
}
