using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Stack;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Origins;

/// <summary>A stack file of the repository and its resources.</summary>
internal sealed record ShippedFile(ConfigValues Values, StackConfig Config, ResourceGraph Graph)
{
    /// <summary>All stack files.</summary>
    public static string[] AllNames { get; } = ["dev", "prod", "minimal", "live-beats", "ecs-guide", "datero", "datero-demo", "event-jobs"];

    public static TheoryData<string> Names => [.. AllNames];

    public static async Task<ShippedFile> ReadAsync(string name)
    {
        var isStack = name is "dev" or "prod";
        var stack = isStack ? name : "demo";
        var project = ProjectFile.Find(RepositoryFiles.Root);
        var values = StackFile.Read(project, stack, isStack ? null : $"examples/{name}.yaml", RepositoryFiles.Root);
        var config = StackConfigLoader.Load(values, stack);
        return new ShippedFile(values, config, await StackEvaluator.EvaluateAsync(project, stack, config, values));
    }
}
