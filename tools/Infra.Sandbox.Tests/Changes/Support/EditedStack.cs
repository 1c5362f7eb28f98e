using Infra.Configuration.StackFiles;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Changes.Support;

/// <summary>A stack file of the repository, before and after edits of its text.</summary>
internal static class EditedStack
{
    public const string Dev = "Pulumi.dev.yaml";
    public const string Prod = "Pulumi.prod.yaml";
    public const string EventJobs = "examples/event-jobs.yaml";

    /// <summary>Plans the edits of a stack file. Each text must be in it.</summary>
    public static Task<UpdatePlan> PlanAsync(string file, params (string Text, string Replacement)[] edits) => PlanAsync(file, [], edits);

    /// <summary>Plans edits of a stack file that has been edited before.</summary>
    public static async Task<UpdatePlan> PlanAsync(
        string file, (string Text, string Replacement)[] earlier, (string Text, string Replacement)[] edits)
    {
        var running = Edit(File.ReadAllText(RepositoryFiles.Path(file)), earlier);
        return UpdatePlanner.Plan(await EvaluateAsync(running), await EvaluateAsync(Edit(running, edits)));
    }

    private static string Edit(string text, (string Text, string Replacement)[] edits)
    {
        foreach (var (old, replacement) in edits)
        {
            Assert.Contains(old, text);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }

        return text;
    }

    private static async Task<ResourceGraph> EvaluateAsync(string text)
    {
        const string Stack = "dev";
        var project = ProjectFile.Find(RepositoryFiles.Root);
        using var folder = new Deployments.Support.TemporaryFolder();
        var file = Path.Combine(folder.Path, "stack.yaml");
        await File.WriteAllTextAsync(file, text);
        var values = StackFile.Read(project, Stack, file, RepositoryFiles.Root);
        return await StackEvaluator.EvaluateAsync(project, Stack, StackConfigLoader.Load(values, Stack), values);
    }
}
