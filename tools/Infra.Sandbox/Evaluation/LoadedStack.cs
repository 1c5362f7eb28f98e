using Infra.Configuration.StackFiles;
using Infra.Sandbox.Graph;
using Infra.Stack;
using Pulumi;

namespace Infra.Sandbox.Evaluation;

/// <summary>A stack as its file describes it.</summary>
/// <param name="Project">The project.</param>
/// <param name="Config">The configuration.</param>
/// <param name="Graph">The resources.</param>
internal sealed record LoadedStack(ProjectFile Project, StackConfig Config, ResourceGraph Graph)
{
    /// <param name="stack">The name of the stack.</param>
    /// <param name="configFile">A configuration file to read instead of the stack's own.</param>
    /// <param name="directory">The working directory.</param>
    /// <exception cref="RunException">There is no such stack, or its file is not valid.</exception>
    public static async Task<LoadedStack> ReadAsync(string stack, string? configFile, string directory)
    {
        var project = ProjectFile.Find(directory);
        var values = StackFile.Read(project, stack, configFile, directory);
        var config = StackConfigLoader.Load(values, stack);
        return new LoadedStack(project, config, await StackEvaluator.EvaluateAsync(project, stack, config, values));
    }
}
