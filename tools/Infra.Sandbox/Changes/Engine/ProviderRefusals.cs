using Infra.Sandbox.Changes.Facts;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>Changes that the provider refuses while the engine compares, so that nothing is changed at all.</summary>
internal static class ProviderRefusals
{
    public static IEnumerable<UpdateProblem> Of(IEnumerable<ResourceChange> changes) =>
        from change in changes
        let refused = change.Properties
            .Select(property => RefusedChanges.Find(change.Key.Type, property.Path, change.Old!.Inputs, change.New!.Inputs))
            .FirstOrDefault(found => found is not null)
        where refused is not null
        select UpdateProblem.BeforeFirstStep(change, $"The provider refuses the change of {change.Key.Name}: {refused.Error}.", refused.Remedy);
}
