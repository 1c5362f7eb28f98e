using System.Collections.Immutable;
using Infra.Sandbox.Changes.Aws;
using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Changes.Engine;
using Infra.Sandbox.Changes.Timing;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes;

/// <summary>Plans the update of a running stack.</summary>
internal static class UpdatePlanner
{
    /// <summary>Plans the operations that turn one state of a stack into another.</summary>
    /// <param name="running">The stack as it runs.</param>
    /// <param name="wanted">The stack as its stack file asks for.</param>
    public static UpdatePlan Plan(ResourceGraph running, ResourceGraph wanted)
    {
        (running, wanted) = RegionInputs.Add(running, wanted);
        var (before, after) = (new DependencyOrder(running), new DependencyOrder(wanted));
        var match = new StackMatch(running, wanted);
        var changes = ChangeSet.Of(match, before, after);
        var steps = StepSequence.Of(changes, before);
        ImmutableArray<ResourceChange> changed = [.. steps.Select(step => step.Change).Distinct()];
        return new UpdatePlan
        {
            Changes = changed,
            Steps = steps,
            Problems = [.. Protection.Of(steps), .. ProviderRefusals.Of(changed), .. AwsPlayer.Play(running, steps)],
            Ignored = [.. after.Resources.SelectMany(node => match.RunningOf(node) is { } old ? IgnoredChanges.Of(old, node) : [])],
            Duration = DurationEstimate.Of(steps, before, after, wanted),
        };
    }
}
