using System.Collections.Immutable;
using Infra.Sandbox.Changes.Consequences;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>The changes of all resources, as the engine decides them one after the other in the program's order.</summary>
internal sealed class ChangeSet
{
    private readonly StackMatch _match;
    private readonly DependencyOrder _wanted;
    private readonly DependencyOrder _running;
    private readonly NewValues _newValues;
    private readonly Dictionary<ResourceKey, ResourceChange> _changes = [];
    private readonly Dictionary<ResourceKey, ImmutableArray<ResourceNode>> _deletedWith = [];
    private readonly HashSet<ResourceKey> _deletedAlready = [];
    private readonly HashSet<ResourceKey> _registered = [];

    private ChangeSet(StackMatch match, DependencyOrder running, DependencyOrder wanted) =>
        (_match, _running, _wanted, _newValues) = (match, running, wanted, new NewValues(wanted));

    /// <summary>The changes of the wanted resources, each after those it depends on.</summary>
    public ImmutableArray<ResourceChange> Wanted { get; private set; } = [];

    /// <summary>The resources that are no longer wanted.</summary>
    public ImmutableArray<ResourceChange> Unwanted { get; private set; } = [];

    public static ChangeSet Of(StackMatch match, DependencyOrder running, DependencyOrder wanted)
    {
        var set = new ChangeSet(match, running, wanted);
        foreach (var node in wanted.Resources)
        {
            set.Register(node);
        }

        var changes = wanted.Resources.Select(node => set._changes.GetValueOrDefault(node.Key)).OfType<ResourceChange>().ToList();
        var deletions = running.Resources
            .Where(node => match.WantedOf(node) is null)
            .Select(node => new ResourceChange { Action = ChangeAction.Delete, Old = node })
            .ToList();
        var context = new ChangeContext([.. changes, .. deletions], wanted.Resources);
        set.Wanted = [.. changes.Select(Described)];
        set.Unwanted = [.. deletions.Select(Described)];
        return set;

        ResourceChange Described(ResourceChange change) => change with { Effects = ConsequenceTable.Of(change, context) };
    }

    /// <summary>The running resources that are deleted before a resource that is deleted first, each after its dependencies.</summary>
    public ImmutableArray<ResourceNode> DeletedWith(ResourceChange change) => _deletedWith.GetValueOrDefault(change.Key, []);

    /// <summary>Whether a running resource has been deleted before the rest of the deletions.</summary>
    public bool IsDeletedEarly(ResourceNode running) => _deletedAlready.Contains(running.Key);

    private void Register(ResourceNode node)
    {
        _registered.Add(node.Key);
        if (_match.RunningOf(node) is not { } running)
        {
            Record(new ResourceChange { Action = ChangeAction.Create, New = node });
            return;
        }

        var properties = Replacement.Changes(running, node, _newValues.Contain);
        if (_deletedAlready.Contains(running.Key))
        {
            Record(new ResourceChange { Action = ChangeAction.Replace, Old = running, New = node, Properties = properties, DeletesFirst = true });
        }
        else if (properties.Any(property => property.ForcesReplacement))
        {
            Replace(running, node, properties);
        }
        else if (properties.Length > 0)
        {
            Record(new ResourceChange { Action = ChangeAction.Update, Old = running, New = node, Properties = properties });
        }
    }

    private void Replace(ResourceNode running, ResourceNode node, ImmutableArray<PropertyChange> properties)
    {
        var deletesFirst = DeleteFirst.Applies(node);
        if (deletesFirst)
        {
            var dependents = DependentReplacements.Of(running, _running)
                .Where(dependent => !_registered.Contains(dependent.Key) && !_deletedAlready.Contains(dependent.Key));
            _deletedWith[node.Key] = [.. dependents];
            _deletedAlready.UnionWith(_deletedWith[node.Key].Select(dependent => dependent.Key));
            _deletedAlready.Add(running.Key);
        }

        Record(new ResourceChange { Action = ChangeAction.Replace, Old = running, New = node, Properties = properties, DeletesFirst = deletesFirst });
    }

    private void Record(ResourceChange change)
    {
        _changes[change.Key] = change;
        if (change.Action == ChangeAction.Update)
        {
            _newValues.AddUpdated(change.Key, change.Properties);
        }
        else
        {
            _newValues.AddRecreated(change.Key);
        }
    }
}
