using Infra.Sandbox.Changes;
using Infra.Sandbox.Providers;
using Infra.Sandbox.Tests.Providers.Support;
using Xunit.Abstractions;

namespace Infra.Sandbox.Tests.Providers;

/// <summary>The model of updates predicts the same actions and replacements as the provider plans, for edits of all shipped stack files.</summary>
[Collection(RunningProvider.Collection)]
public sealed class StackEditComparisonTests(RunningProvider provider, ITestOutputHelper output)
{
    [SkippableFact]
    public async Task EditsOfShippedStackFiles_AreAsTheProviderPlansThem()
    {
        var comparison = new ProviderComparison(provider.Updates, provider.Schema);
        var edits = await StackFileEdits.AllAsync();

        var differences = new List<string>();
        foreach (var edit in edits)
        {
            var predicted = UpdatePlanner.Plan(edit.Running, edit.Wanted).Changes;
            differences.AddRange((await comparison.DifferencesAsync(edit.Running, edit.Wanted, predicted, CancellationToken.None))
                .Select(difference => $"{edit.Name}: {difference}"));
        }

        output.WriteLine($"{edits.Count} edits, {comparison.Compared} changed resources, {provider.Oracle.Questions} questions");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.InRange(edits.Count, 300, 2000);
        Assert.InRange(comparison.Compared, 1000, 100_000);
    }
}
