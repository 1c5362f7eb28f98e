using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>
/// The engine's steps: creations, updates and replacements in the program's order, then all deletions in reverse dependency order.
/// https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go
/// </summary>
internal sealed class StepSequence
{
    private readonly ChangeSet _changes;
    private readonly DependencyOrder _running;
    private readonly Dictionary<ResourceKey, ResourceChange> _byOldKey;
    private readonly ImmutableArray<UpdateStep>.Builder _steps = ImmutableArray.CreateBuilder<UpdateStep>();

    private StepSequence(ChangeSet changes, DependencyOrder running)
    {
        (_changes, _running) = (changes, running);
        _byOldKey = changes.Wanted.Concat(changes.Unwanted).Where(change => change.Old is not null).ToDictionary(change => change.Old!.Key);
    }

    public static ImmutableArray<UpdateStep> Of(ChangeSet changes, DependencyOrder running)
    {
        var sequence = new StepSequence(changes, running);
        foreach (var change in changes.Wanted)
        {
            sequence.Perform(change);
        }

        sequence.DeleteRest();
        return sequence._steps.ToImmutable();
    }

    private void Perform(ResourceChange change)
    {
        switch (change.Action)
        {
            case ChangeAction.Create:
                Add(StepKind.Create, change);
                break;
            case ChangeAction.Update:
                Add(StepKind.Update, change);
                break;
            default:
                DeleteEarly(change);
                Add(StepKind.CreateReplacement, change);
                break;
        }
    }

    // A dependent has been deleted with what it depends on.
    private void DeleteEarly(ResourceChange change)
    {
        if (!change.DeletesFirst || _steps.Any(step => ReferenceEquals(step.Change, change)))
        {
            return;
        }

        foreach (var dependent in _changes.DeletedWith(change).Reverse())
        {
            Delete(_byOldKey[dependent.Key]);
        }

        Delete(change);
    }

    private void Delete(ResourceChange change) => Add(change.Action == ChangeAction.Replace ? StepKind.DeleteReplaced : StepKind.Delete, change);

    // The deepest dependents first. What does not depend on each other is deleted at the same time.
    private void DeleteRest()
    {
        var condemned = _running.Resources
            .Where(node => _byOldKey.TryGetValue(node.Key, out var change)
                && change.Action is ChangeAction.Delete or ChangeAction.Replace
                && !_changes.IsDeletedEarly(node))
            .ToList();
        foreach (var level in DeletionLevels.Of(condemned, _running))
        {
            foreach (var node in level)
            {
                Delete(_byOldKey[node.Key]);
            }
        }
    }

    private void Add(StepKind kind, ResourceChange change) => _steps.Add(new UpdateStep(_steps.Count + 1, kind, change));
}
