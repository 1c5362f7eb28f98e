using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Stack;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>A stack as the program says it.</summary>
/// <param name="Graph">What it consists of.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Existing">What it says is there already; none where it makes all it needs.</param>
internal sealed record EvaluatedStack(ResourceGraph Graph, string Region, ExistingResources? Existing)
{
    public static async Task<EvaluatedStack> ReadAsync(StackRequest request, ProjectFile project, Terminal terminal)
    {
        var values = StackFile.Read(project, request.Stack, request.ConfigFile, terminal.Directory);
        var config = StackConfigLoader.Load(values, request.Stack);
        var graph = await StackEvaluator.EvaluateAsync(project, request.Stack, config, values);
        return new EvaluatedStack(graph, config.Region, ExistingResources.In(config));
    }
}
