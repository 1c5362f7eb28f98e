using Infra.Configuration.StackFiles;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diagrams.Comparison;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diagrams.Reading;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Providers.Support;
using Infra.Tests.Stack;
using Infra.Tests.Support;
using Pulumi.Testing;

namespace Infra.Sandbox.Tests.Diagrams.Support;

/// <summary>The diagrams of stack files.</summary>
internal static class StackDiagrams
{
    /// <summary>The graph of one of the <see cref="KnownStacks"/>, which have every part in some combination.</summary>
    public static Task<ResourceGraph> GraphAsync(string stack) => StackEvaluator.EvaluateAsync(
        new TestOptions { ProjectName = "app", StackName = stack, RootDirectory = RepositoryFiles.Root, IsPreview = true },
        options => new InfraStack(KnownStacks.Config(stack), options));

    public static async Task<Diagram> OfAsync(string stack) => DiagramReader.Read(await GraphAsync(stack));

    /// <summary>The diagram of a stack file of the repository: <c>prod</c>, or an example.</summary>
    public static async Task<Diagram> OfFileAsync(string name) => DiagramReader.Read(await GraphOfFileAsync(name));

    /// <summary>The changes of an edit of a stack file.</summary>
    public static async Task<Diagram> EditedAsync(string name, params (string Text, string Replacement)[] edits)
    {
        var running = await GraphOfFileAsync(name);
        var text = await File.ReadAllTextAsync(RepositoryFiles.Path(FileOf(name).Split('/')));
        foreach (var (old, replacement) in edits)
        {
            Assert.Contains(old, text);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }

        var project = ProjectFile.Find(RepositoryFiles.Root);
        var values = StackFile.Parse(new YamlFile("stack.yaml", text), project);
        var wanted = await StackEvaluator.EvaluateAsync(project, StackOf(name), StackConfigLoader.Load(values, StackOf(name)), values);
        var plan = UpdatePlanner.Plan(running, wanted);
        return DiagramComparison.Of(running, wanted, plan) with { Comparison = ("old.yaml", "new.yaml") };
    }

    private static Task<ResourceGraph> GraphOfFileAsync(string name) => IsExample(name) ? ShippedGraphs.OfExampleAsync(name) : ShippedGraphs.OfStackAsync(name);

    private static string FileOf(string name) => IsExample(name) ? $"examples/{name}.yaml" : $"Pulumi.{name}.yaml";

    private static string StackOf(string name) => IsExample(name) ? "dev" : name;

    private static bool IsExample(string name) => name is not ("dev" or "prod");
}
