using Infra.Sandbox.Tests.Deployments.Lifecycles;
using Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Permissions.Enforcement;

/// <summary>Every action of the deploy role that the emulator can check is needed.</summary>
public sealed class NeededActionsTests
{
    private const string Report = "PROVE_PERMISSIONS";

    private static readonly (string Stack, string? File, Type Lifecycle)[] Stacks =
    [
        Example("minimal", typeof(MinimalLifecycle)),
        ("dev", null, typeof(DevLifecycle)),
        Example("event-jobs", typeof(EventJobsLifecycle)),
        Example("datero", typeof(DateroLifecycle)),
        ("prod", null, typeof(ProdLifecycle)),
        Example("live-beats", typeof(LiveBeatsLifecycle)),
        Example("ecs-guide", typeof(EcsGuideLifecycle)),
        Example("datero-demo", typeof(DateroDemoLifecycle)),
    ];

    // Granted from the start. The provider needs all others.
    private static readonly string[] Untried = ["iam:GetUser", "s3:ListBucket"];

    [SkippableFact]
    public async Task Stacks_CannotBeDeployedWithoutAnyOfTheirActions()
    {
        var report = Environment.GetEnvironmentVariable(Report);
        Skip.If(report is null, $"takes an hour; set {Report} to the file for its report");
        var actions = new NeededActions(Print);
        foreach (var (stack, file, lifecycle) in Stacks)
        {
            await actions.FindAsync(stack, file, AppliedEdits.All.GetValueOrDefault(lifecycle)?.Rounds ?? []);
            Print($"{file ?? stack}: {actions.Runs} runs, {actions.Called.Count} actions called, {actions.Named.Count} named, {actions.Unnamed.Count} unnamed");
        }

        Assert.Equal(Untried, actions.Called.Except(actions.Named).Except(actions.Unnamed));

        void Print(string line) => File.AppendAllText(report, $"{DateTime.UtcNow:HH:mm:ss} {line}\n");
    }

    private static (string Stack, string? File, Type Lifecycle) Example(string name, Type lifecycle) =>
        ("test", RepositoryFiles.Path("examples", $"{name}.yaml"), lifecycle);
}
