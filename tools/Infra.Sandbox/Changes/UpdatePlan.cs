using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes;

/// <summary>The operations of <c>pulumi up</c> on a running stack, and the ones that AWS would refuse.</summary>
internal sealed record UpdatePlan
{
    /// <summary>The resources that change, in the order of their first step.</summary>
    public required ImmutableArray<ResourceChange> Changes { get; init; }

    /// <summary>The operations in the engine's order.</summary>
    public required ImmutableArray<UpdateStep> Steps { get; init; }

    /// <summary>The reasons for which the update would fail, in order. The first one stops it; the others would stop it next.</summary>
    public required ImmutableArray<UpdateProblem> Problems { get; init; }

    /// <summary>The edits that silently do nothing, in the program's order.</summary>
    public ImmutableArray<IgnoredChange> Ignored { get; init; } = [];

    /// <summary>Estimated duration with everything in parallel that the engine runs in parallel.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether data is lost, traffic is cut or a step would fail.</summary>
    public bool IsHarmful =>
        Problems.Length > 0
        || Changes.SelectMany(change => change.Effects)
            .Any(effect => effect.Kind is EffectKind.DataLoss or EffectKind.Downtime or EffectKind.Interruption);
}

/// <summary>One operation of the engine.</summary>
/// <param name="Number">The place in the order, from 1.</param>
/// <param name="Kind">The operation.</param>
/// <param name="Change">The change it belongs to; a replacement has two steps.</param>
internal sealed record UpdateStep(int Number, StepKind Kind, ResourceChange Change);

/// <summary>The operations of the engine.</summary>
internal enum StepKind
{
    Create,
    Update,
    CreateReplacement,
    DeleteReplaced,
    Delete,
}

/// <summary>A reason for which an update would fail.</summary>
/// <param name="Step">The step that AWS refuses; the steps before it have been done. Null if Pulumi refuses the update before its first step.</param>
/// <param name="Resource">The resource that is refused.</param>
/// <param name="Text">A sentence that names the reason, with AWS's error code where there is one.</param>
/// <param name="Remedy">A sentence that says how to reach the same state without the failure.</param>
internal sealed record UpdateProblem(UpdateStep? Step, ResourceKey Resource, string Text, string Remedy)
{
    public UpdateProblem(UpdateStep step, string text, string remedy)
        : this(step, step.Change.Key, text, remedy)
    {
    }

    /// <summary>The number of the step; 0 before the first one.</summary>
    public int Number => Step?.Number ?? 0;

    public static UpdateProblem BeforeFirstStep(ResourceChange change, string text, string remedy) => new(Step: null, change.Key, text, remedy);
}
