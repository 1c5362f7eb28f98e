using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Facts;

/// <summary>A change of a running resource that Pulumi's AWS provider refuses when it plans.</summary>
/// <param name="Type">The Pulumi type.</param>
/// <param name="Input">The input.</param>
/// <param name="Applies">Whether it refuses the change of the input from the first inputs to the second.</param>
/// <param name="Error">The provider's message.</param>
/// <param name="Remedy">A sentence that says what to change.</param>
internal sealed record RefusedChange(
    string Type, string Input, Func<PropertyValue.Map, PropertyValue.Map, bool> Applies, string Error, string Remedy);

/// <summary>The changes that Pulumi's AWS provider refuses: <c>pulumi up</c> and <c>pulumi preview</c> fail.</summary>
internal static class RefusedChanges
{
    public static ImmutableArray<RefusedChange> All { get; } =
    [
        // https://github.com/hashicorp/terraform-provider-aws/pull/43533
        new(
            "aws:ecs/service:Service",
            "capacityProviderStrategies",
            ReplacementConditions.ChangesStrategyWithoutDeployment,
            "force_new_deployment should be true when capacity_provider_strategy is being updated",
            "Set forceNewDeployment on the service."),
    ];

    /// <summary>The refusal of a change of an input, if any.</summary>
    public static RefusedChange? Find(string type, string path, PropertyValue.Map old, PropertyValue.Map wanted)
    {
        var input = ReplacementFacts.WithoutIndexes(path).Split('.')[0];
        return All.FirstOrDefault(refused => refused.Type == type && refused.Input == input && refused.Applies(old, wanted));
    }
}
