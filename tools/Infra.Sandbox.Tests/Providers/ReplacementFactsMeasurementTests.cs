using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Providers;
using Infra.Sandbox.Tests.Providers.Support;

namespace Infra.Sandbox.Tests.Providers;

/// <summary>Measures the replacement facts again, with a sample: each input of a type as the prod stack and an example use it.</summary>
[Collection(RunningProvider.Collection)]
public sealed class ReplacementFactsMeasurementTests(RunningProvider provider)
{
    [SkippableFact]
    public async Task ReplacingInputs_AreThoseOfTheFacts()
    {
        var measured = (await ResourcesAsync())
            .SelectMany(resource => InputEdits.Of(resource).Select(edit => (Resource: resource, Edit: edit)))
            .DistinctBy(sample => (sample.Resource.Key.Type, sample.Edit.Input))
            .ToList();

        var wrong = new List<string>();
        foreach (var (resource, edit) in measured)
        {
            var action = await ActionAsync(resource, edit.Edited);
            var isReplaced = action == ProviderAction.Replace;
            if ((isReplaced || action == ProviderAction.Update) && IsReplaced(resource, edit) != isReplaced)
            {
                wrong.Add($"{resource.Key.Type} {edit.Input}: {action}");
            }
        }

        Assert.Equal([], wrong);
        Assert.InRange(measured.Count, 350, 1000);
    }

    [SkippableFact]
    public async Task UnsetInputs_KeepTheirValuesAsTheFactsSay()
    {
        var measured = (await ResourcesAsync())
            .SelectMany(resource => resource.Inputs.Entries.Select(input => (Resource: resource, Input: input.Key, input.Value)))
            .DistinctBy(sample => (sample.Resource.Key.Type, sample.Input))
            .Where(sample => !Translate(sample.Resource).UnknownInputs.Contains(sample.Input))
            .Where(sample => !ReplacementFacts.Differences.Any(differing => (differing.Type, differing.Input) == (sample.Resource.Key.Type, sample.Input)))
            .ToList();

        var wrong = new List<string>();
        foreach (var (resource, input, value) in measured)
        {
            var action = await ActionAsync(resource, resource with { Inputs = new PropertyValue.Map(resource.Inputs.Entries.Remove(input)) });
            var isKept = UnsetInputs.KeepValue(resource.Key.Type, input) || Equals(UnsetInputs.DefaultOf(resource.Key.Type, input), value);
            if (action != ProviderAction.Reject && isKept != (action == ProviderAction.None))
            {
                wrong.Add($"{resource.Key.Type} {input}: {action}");
            }
        }

        // Pulumi chooses the name, and Terraform requires the same one.
        Assert.Equal(["aws:ecs/service:Service name: None"], wrong);
    }

    private async Task<IEnumerable<ResourceNode>> ResourcesAsync()
    {
        ResourceGraph[] graphs = [await ShippedGraphs.OfStackAsync("prod"), await ShippedGraphs.OfExampleAsync("ecs-guide")];
        return graphs.SelectMany(graph => graph.Resources).Where(resource => !resource.IsComponent && provider.Configs.Knows(resource.Key.Type));
    }

    private async Task<ProviderAction> ActionAsync(ResourceNode old, ResourceNode wanted) =>
        (await provider.Oracle.PlanAsync(Translate(old), Translate(wanted), CancellationToken.None)).Action;

    private static bool IsReplaced(ResourceNode resource, InputEdit edit) =>
        ReplacementFacts.ForcesReplacementWhenMeasured(resource.Key.Type, edit.Path)
        || ReplacementConditions.FindWhenMeasured(resource.Key.Type, edit.Path, resource.Inputs, edit.Edited.Inputs) is not null;

    private ResourceConfig Translate(ResourceNode resource) => provider.Configs.Translate(resource, provider.Samples.Of);
}
