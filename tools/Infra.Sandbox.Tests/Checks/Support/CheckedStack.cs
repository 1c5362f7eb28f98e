using System.Collections.Immutable;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Checks.Edits;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Notices;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Checks.Support;

/// <summary>A stack file of the repository, without its exceptions, after edits of its text.</summary>
internal sealed record CheckedStack(string Text, ResourceGraph Graph, StackConfig Config)
{
    public const string Dev = "Pulumi.dev.yaml";
    public const string Prod = "Pulumi.prod.yaml";
    public const string Minimal = "examples/minimal.yaml";
    public const string EventJobs = "examples/event-jobs.yaml";
    public const string LiveBeats = "examples/live-beats.yaml";
    public const string Datero = "examples/datero.yaml";
    public const string DateroDemo = "examples/datero-demo.yaml";
    public const string Guide = "examples/ecs-guide.yaml";

    private const string Stack = "dev";

    public static IReadOnlyList<string> Files { get; } = [Dev, Prod, Minimal, EventJobs, LiveBeats, Datero, DateroDemo, Guide];

    public StackFileText File => new("stack.yaml", Text, Graph.Project);

    public ImmutableArray<Notice> Notices => StackNotices.Of(Graph, Config);

    public CheckResult Check(DateOnly? today = null) => StackChecker.Check(Graph, Config, today);

    /// <summary>Each text must be in the file, and is replaced wherever it is.</summary>
    public static Task<CheckedStack> OfAsync(string file, params (string Text, string Replacement)[] edits) =>
        ParseAsync(edits.Aggregate(WithoutExceptions(System.IO.File.ReadAllText(RepositoryFiles.Path(file.Split('/')))), Edit));

    public static async Task<CheckedStack> ParseAsync(string text)
    {
        var project = ProjectFile.Find(RepositoryFiles.Root);
        var values = StackFile.Parse(new YamlFile("stack.yaml", text), project);
        var config = StackConfigLoader.Load(values, Stack);
        return new CheckedStack(text, await StackEvaluator.EvaluateAsync(project, Stack, config, values), config);
    }

    private static string Edit(string text, (string Text, string Replacement) edit)
    {
        Assert.Contains(edit.Text, text, StringComparison.Ordinal);
        return text.Replace(edit.Text, edit.Replacement, StringComparison.Ordinal);
    }

    // The block is the last one of each file that has it.
    private static string WithoutExceptions(string text) =>
        text.IndexOf("  app:exceptions:\n", StringComparison.Ordinal) is var start and >= 0 ? text[..start] : text;
}
