using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Tests.Stack.Keys;

namespace Infra.Tests.Stack.Edits;

/// <summary>A stack file that has been evaluated.</summary>
/// <param name="Graph">The resources; null for a file that is refused.</param>
/// <param name="Text">The resources as one text, or why the file is refused.</param>
internal sealed record EvaluatedFile(ResourceGraph? Graph, string Text)
{
    private const string Stack = "dev";

    public bool IsRefused => Graph is null;

    public static async Task<EvaluatedFile> Of(ProjectFile project, ConfigValues file, JsonObject tree)
    {
        var values = StackTree.With(file, tree);
        StackConfig config;
        try
        {
            config = StackConfigLoader.Load(values, Stack);
        }
        catch (Pulumi.RunException refusal)
        {
            return new EvaluatedFile(Graph: null, refusal.Message);
        }

        var graph = await StackEvaluator.EvaluateAsync(project, Stack, config, values);
        return new EvaluatedFile(graph, StackText.Of(graph));
    }
}
