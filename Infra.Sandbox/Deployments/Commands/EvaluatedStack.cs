using Infra.Configuration.Rules;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.StackFiles;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>A stack as the program says it.</summary>
internal sealed record EvaluatedStack(ResourceGraph Graph, string Region)
{
    public static async Task<EvaluatedStack> ReadAsync(StackRequest request, ProjectFile project, Terminal terminal)
    {
        var values = StackFile.Read(project, request.Stack, request.ConfigFile, terminal.Directory);
        var graph = await StackEvaluator.EvaluateAsync(project, request.Stack, values);
        return new EvaluatedStack(graph, values.FindKey(RegionRules.Key)!.Text!);
    }
}
