using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Facts;

/// <summary>A change that the provider leaves out of its plan, so that the edit does nothing.</summary>
/// <param name="Type">The Pulumi type.</param>
/// <param name="Input">The input.</param>
/// <param name="Applies">Whether it leaves out the change of the input from the first inputs to the second.</param>
/// <param name="Reason">A sentence with the reason.</param>
internal sealed record SuppressedChange(string Type, string Input, Func<PropertyValue.Map, PropertyValue.Map, bool> Applies, string Reason);

/// <summary>The changes that the provider leaves out of its plan; <see cref="UnsetInputs"/> has those of inputs that are no longer given.</summary>
internal static class SuppressedChanges
{
    public static ImmutableArray<SuppressedChange> All { get; } =
    [
        new("aws:rds/instance:Instance", "allocatedStorage", ShrinksAutoscaledStorage,
            "With maxAllocatedStorage, RDS may have grown the storage, so the provider ignores a smaller value. Storage never shrinks."),
    ];

    /// <summary>The rule by which the provider leaves out a change of an input, if any.</summary>
    public static SuppressedChange? Find(string type, string path, PropertyValue.Map old, PropertyValue.Map wanted) =>
        All.FirstOrDefault(suppressed => suppressed.Type == type && suppressed.Input == path && suppressed.Applies(old, wanted));

    /// <summary>The wanted inputs with the running values of those whose change is left out.</summary>
    public static PropertyValue.Map Leave(string type, PropertyValue.Map old, PropertyValue.Map wanted) =>
        wanted.With(All
            .Where(suppressed => suppressed.Type == type && suppressed.Applies(old, wanted))
            .Select(suppressed => KeyValuePair.Create(suppressed.Input, old.Find(suppressed.Input)!)));

    public static bool ShrinksAutoscaledStorage(PropertyValue.Map old, PropertyValue.Map wanted) =>
        Number(wanted, "allocatedStorage") is { } after && after < Number(old, "allocatedStorage") && after < Number(wanted, "maxAllocatedStorage");

    private static double? Number(PropertyValue.Map inputs, string input) => (inputs.Find(input) as PropertyValue.Number)?.Value;
}
