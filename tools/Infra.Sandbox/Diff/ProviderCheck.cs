using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Providers;

namespace Infra.Sandbox.Diff;

/// <summary>Asks the AWS provider of this machine about the changes of a plan.</summary>
internal static class ProviderCheck
{
    /// <summary>The result in a sentence, and a line for each resource for which the provider plans something else.</summary>
    /// <exception cref="MissingToolException">Terraform or the provider is not installed.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(
        string stack,
        (ResourceGraph Running, ResourceGraph Wanted) graphs,
        UpdatePlan plan,
        DeploymentContext context,
        CancellationToken cancellation)
    {
        var directory = ProjectFile.Find(context.Terminal.Directory).Directory;
        var quiet = context with { Terminal = context.Terminal with { Out = context.Terminal.Error } };
        using var workspace = await TerraformWorkspace.OpenAsync(new StackRequest { Stack = stack }, quiet, directory, cancellation);
        var (provider, schema) = await workspace.PrepareProviderAsync(cancellation);
        await using var planner = await ResourcePlanner.StartAsync(workspace.Folder, graphs.Wanted.Region!, cancellation);

        var comparison = new ProviderComparison(new UpdateOracle(new ProviderOracle(planner), schema), schema);
        var differences = await comparison.DifferencesAsync(graphs.Running, graphs.Wanted, plan.Changes, cancellation);
        var outcome = differences.Count == 0 ? "plans the same" : $"differs on {Phrase.Count(differences.Count, "resource")}";
        return [$"{provider.DisplayName}, asked about {Phrase.Count(comparison.Compared, "changed resource")}, {outcome}.", .. differences];
    }
}
