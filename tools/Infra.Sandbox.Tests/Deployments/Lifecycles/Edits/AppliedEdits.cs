using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The edits that the lifecycles apply to their running stacks.</summary>
internal static class AppliedEdits
{
    /// <summary>The edited stack files by lifecycle.</summary>
    public static FrozenDictionary<Type, EditedStack> All { get; } = new Dictionary<Type, EditedStack>
    {
        [typeof(DevLifecycle)] = new("Pulumi.dev.yaml", DevEdits.Rounds),
        [typeof(ProdLifecycle)] = new("Pulumi.prod.yaml", ProdEdits.Rounds),
        [typeof(EventJobsLifecycle)] = new("examples/event-jobs.yaml", EventJobsEdits.Rounds),
        [typeof(LiveBeatsLifecycle)] = new("examples/live-beats.yaml", LiveBeatsEdits.Rounds),
        [typeof(DateroLifecycle)] = new("examples/datero.yaml", DateroEdits.Rounds),
        [typeof(EcsGuideLifecycle)] = new("examples/ecs-guide.yaml", EcsGuideEdits.Rounds),
    }.ToFrozenDictionary();

    public static ImmutableArray<EditRound> Of(StackLifecycle lifecycle) => All.GetValueOrDefault(lifecycle.GetType())?.Rounds ?? [];
}

/// <summary>A stack file and its edits.</summary>
/// <param name="File">The file in the repository.</param>
/// <param name="Rounds">The rounds of edits, each applied by one deployment.</param>
internal sealed record EditedStack(string File, ImmutableArray<EditRound> Rounds);
