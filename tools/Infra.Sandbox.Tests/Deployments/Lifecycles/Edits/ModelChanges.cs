using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The changes that the model predicts of the resources and attributes that the emulator has.</summary>
internal sealed class ModelChanges
{
    private readonly ProviderSchema _schema;
    private readonly EvaluatedStack _running;
    private readonly EvaluatedStack _wanted;
    private readonly Dictionary<ResourceKey, string> _addresses;
    private readonly ILookup<ResourceKey, string> _hidden;

    public ModelChanges(EvaluatedStack running, EvaluatedStack wanted, ProviderSchema schema)
    {
        (_running, _wanted, _schema) = (running, wanted, schema);
        TerraformProgram[] programs = [Translate(running), Translate(wanted)];
        _addresses = programs.SelectMany(program => program.Addresses)
            .GroupBy(address => address.Value, address => address.Key)
            .ToDictionary(addresses => addresses.Key, addresses => addresses.Last());
        _hidden = programs
            .SelectMany(program => program.EmulatorDifferences)
            .ToLookup(difference => difference.Resource, difference => difference.Attribute);
    }

    /// <summary>The changes by Terraform address.</summary>
    public ImmutableSortedDictionary<string, PlannedChange> Predicted() => UpdatePlanner.Plan(_running.Graph, _wanted.Graph).Changes
        .Where(change => _addresses.ContainsKey(change.Key))
        .GroupBy(change => change.Key)
        .Select(changes => (Address: _addresses[changes.Key], Change: Visible([.. changes])))
        .Where(visible => visible.Change is not null)
        .ToImmutableSortedDictionary(visible => visible.Address, visible => visible.Change!, StringComparer.Ordinal);

    /// <summary>The inputs of a resource in either version, by their names in Terraform.</summary>
    public IEnumerable<string> InputsOf(string address) => _running.Graph.Resources.Concat(_wanted.Graph.Resources)
        .Where(resource => _addresses.GetValueOrDefault(resource.Key) == address)
        .SelectMany(resource => resource.Inputs.Entries.Keys.Select(input => AttributeOf(resource.Key, input)))
        .OfType<string>();

    // A resource that is deleted and created again under its key is replaced.
    private PlannedChange? Visible(ImmutableArray<ResourceChange> changes) => changes is [var change]
        ? change.Action is ChangeAction.Create or ChangeAction.Delete ? new PlannedChange(NameOf(change.Action), []) : Visible(change)
        : new PlannedChange(NameOf(ChangeAction.Replace), []);

    private PlannedChange? Visible(ResourceChange change)
    {
        var visible = change.Properties.Where(property => IsVisible(change.Key, property.Path)).ToList();
        if (visible.Count == 0 && !change.Properties.IsEmpty)
        {
            return null;
        }

        var replaces = change.Action == ChangeAction.Replace && (change.Properties.IsEmpty || visible.Exists(property => property.ForcesReplacement));
        return new PlannedChange(
            NameOf(replaces ? ChangeAction.Replace : ChangeAction.Update),
            [.. visible.Select(property => AttributeOf(change.Key, property.Path)!)]);
    }

    private bool IsVisible(ResourceKey key, string path) => AttributeOf(key, path) is { } attribute
        && !_hidden[key].Contains(attribute)
        && !ReplacementFacts.Differences.Any(difference => difference.Type == key.Type && ReplacementFacts.WithoutIndexes(path).StartsWith(difference.Input, StringComparison.Ordinal));

    private string? AttributeOf(ResourceKey key, string path)
    {
        var type = TypeMap.ResourceType(key.Type)!;
        return AttributeNames.OfInput(type, _schema.Resources[type], path.Split('.', '[')[0]);
    }

    private TerraformProgram Translate(EvaluatedStack stack) =>
        TerraformTranslator.Translate(stack.Graph, _schema, new TerraformTarget(stack.Region, new Uri("http://127.0.0.1")));

    private static string NameOf(ChangeAction action) => action.ToString().ToLowerInvariant();
}
