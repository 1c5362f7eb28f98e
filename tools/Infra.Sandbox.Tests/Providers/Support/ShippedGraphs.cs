using Infra.Configuration.StackFiles;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Providers.Support;

/// <summary>The graphs of the stack files in the repository.</summary>
internal static class ShippedGraphs
{
    public static Task<ResourceGraph> OfStackAsync(string stack) => ReadAsync(stack, $"Pulumi.{stack}.yaml");

    public static Task<ResourceGraph> OfExampleAsync(string name) => ReadAsync("dev", $"examples/{name}.yaml");

    private static async Task<ResourceGraph> ReadAsync(string stack, string file)
    {
        var project = ProjectFile.Find(RepositoryFiles.Root);
        var values = StackFile.Read(project, stack, file, RepositoryFiles.Root);
        return await StackEvaluator.EvaluateAsync(project, stack, StackConfigLoader.Load(values, stack), values);
    }
}
