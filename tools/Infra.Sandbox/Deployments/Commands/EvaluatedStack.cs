using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Stack;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>An evaluated stack.</summary>
/// <param name="Graph">The resources.</param>
/// <param name="Region">The AWS region.</param>
/// <param name="Existing">The existing resources that the stack file refers to, if any.</param>
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
