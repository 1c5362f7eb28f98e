using System.Collections.Immutable;
using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws;

/// <summary>Plays the steps of an update against a model of AWS.</summary>
internal sealed class AwsPlayer
{
    private const string ReplacementMark = "'";

    private readonly AwsState _state = new();
    private readonly HashSet<ResourceKey> _recreated;

    private AwsPlayer(ResourceGraph running, IEnumerable<UpdateStep> steps)
    {
        _recreated = [.. steps.Where(step => step.Kind is StepKind.Create or StepKind.CreateReplacement).Select(step => step.Change.Key)];
        foreach (var node in running.Resources.Where(node => !node.IsComponent))
        {
            _state.Put(new LiveResource(node.Key, node, node.Inputs));
        }
    }

    /// <summary>The steps that AWS would refuse. Each step is judged as if the ones before it had succeeded, so that all are found at once.</summary>
    public static ImmutableArray<UpdateProblem> Play(ResourceGraph running, ImmutableArray<UpdateStep> steps)
    {
        var player = new AwsPlayer(running, steps);
        return
        [
            .. steps.SelectMany(step => player.Perform(step).Select(refusal => new UpdateProblem(step, refusal.Text, refusal.Remedy))),
        ];
    }

    private IReadOnlyList<Refusal> Perform(UpdateStep step) => step.Kind switch
    {
        StepKind.Create or StepKind.CreateReplacement => Create(step.Change),
        StepKind.Update => Update(step.Change),
        _ => Delete(step.Change),
    };

    private List<Refusal> Create(ResourceChange change)
    {
        var created = WantedOf(change.New!, change.New!.Inputs);
        var refusals = AwsRules.All.SelectMany(rule => rule.OnCreate(_state, created)).ToList();
        _state.Put(created);
        return refusals;
    }

    private List<Refusal> Update(ResourceChange change)
    {
        var before = _state.Find(change.Key)!;
        var after = WantedOf(change.New!, EffectiveInputs.Of(change.Old!, change.New!));
        var refusals = AwsRules.All.SelectMany(rule => rule.OnUpdate(_state, before, after)).ToList();
        _state.Put(PendingInputs.Keep(before, after));
        return refusals;
    }

    private List<Refusal> Delete(ResourceChange change)
    {
        if (change.Old!.Settings.RetainOnDelete || _state.Find(change.Old.Key) is not { } deleted)
        {
            return [];
        }

        var refusals = AwsRules.All.SelectMany(rule => rule.OnDelete(_state, deleted)).ToList();
        _state.Remove(deleted);
        return refusals;
    }

    private LiveResource WantedOf(ResourceNode node, PropertyValue.Map inputs) =>
        new(Identity(node.Key), node, (PropertyValue.Map)Resolved(inputs));

    private ResourceKey Identity(ResourceKey key) => _recreated.Contains(key) ? key with { Name = key.Name + ReplacementMark } : key;

    private PropertyValue Resolved(PropertyValue value) => value switch
    {
        PropertyValue.Text text => Symbol.IsIn(text.Value) ? string.Concat(Symbol.Split(text.Value).Select(Resolved)) : text,
        PropertyValue.Secret secret => new PropertyValue.Secret(Resolved(secret.Value)),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(Resolved)]),
        PropertyValue.Map map => PropertyValue.Map.Of(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Resolved(entry.Value)))),
        _ => value,
    };

    private string Resolved((string Text, Symbol? Symbol) part) =>
        part.Symbol is { } symbol ? new Symbol(Identity(symbol.Resource), symbol.Path).ToString() : part.Text;
}
