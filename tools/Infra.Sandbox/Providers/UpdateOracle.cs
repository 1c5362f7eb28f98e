using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Providers.States;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Providers;

/// <summary>Asks the real provider what an update does to each resource of a stack.</summary>
/// <param name="oracle">Answers for single resources.</param>
/// <param name="schema">The provider's schema.</param>
internal sealed class UpdateOracle(ProviderOracle oracle, ProviderSchema schema)
{
    private readonly ProviderOracle _oracle = oracle;
    private readonly ResourceConfigs _configs = new(schema);
    private readonly SymbolSamples _samples = new(schema);

    /// <summary>Whether the provider also checks the wanted values, such as names of engines.</summary>
    public bool ChecksValues { get; init; } = true;

    /// <summary>The provider's plan for each resource of the AWS provider in either graph.</summary>
    /// <param name="running">The stack as it runs.</param>
    /// <param name="wanted">The stack as it is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyDictionary<ResourceKey, ProviderAnswer>> AskAsync(
        ResourceGraph running, ResourceGraph wanted, CancellationToken cancellation)
    {
        var update = new Update(this, running, wanted, cancellation);
        foreach (var resource in wanted.Resources.Where(IsAsked))
        {
            await update.AnswerAsync(resource.Key);
        }

        var deleted = running.Resources.Where(IsAsked).ExceptBy(wanted.Resources.Select(resource => resource.Key), resource => resource.Key);
        return update.Answers
            .Where(answer => _configs.Knows(answer.Key.Type))
            .Concat(deleted.Select(resource => KeyValuePair.Create(resource.Key, new ProviderAnswer { Action = ProviderAction.Delete })))
            .ToDictionary();
    }

    private bool IsAsked(ResourceNode resource) => !resource.IsComponent && _configs.Knows(resource.Key.Type);

    /// <summary>One update. Sources come before the resources that use them, because their plans decide which values are known.</summary>
    private sealed class Update(UpdateOracle owner, ResourceGraph running, ResourceGraph wanted, CancellationToken cancellation)
    {
        private readonly Dictionary<ResourceKey, ResourceNode> _running = running.Resources.ToDictionary(resource => resource.Key);
        private readonly Dictionary<ResourceKey, ResourceNode> _wanted = wanted.Resources.ToDictionary(resource => resource.Key);
        private readonly Dictionary<ResourceKey, ProviderLookup> _lookups = wanted.Lookups.ToDictionary(lookup => lookup.Key);

        public Dictionary<ResourceKey, ProviderAnswer> Answers { get; } = [];

        public async Task AnswerAsync(ResourceKey key)
        {
            if (Answers.ContainsKey(key))
            {
                return;
            }

            foreach (var source in SourcesOf(key))
            {
                await AnswerAsync(source);
            }

            Answers[key] = _lookups.TryGetValue(key, out var lookup) ? OfLookup(lookup)
                : _running.TryGetValue(key, out var old) ? await OfResourceAsync(old, _wanted[key])
                : new ProviderAnswer { Action = ProviderAction.Create };
        }

        private IEnumerable<ResourceKey> SourcesOf(ResourceKey key) =>
            (_lookups.TryGetValue(key, out var lookup) ? lookup.Arguments : _wanted[key].Inputs).Symbols()
                .Where(symbol => !symbol.IsConfig)
                .Select(symbol => symbol.Resource)
                .Distinct()
                .Where(source => source != key && (_wanted.ContainsKey(source) || _lookups.ContainsKey(source)));

        // A lookup whose arguments are not known is read after the change.
        private ProviderAnswer OfLookup(ProviderLookup lookup) => new()
        {
            Action = lookup.Arguments.Symbols().Any(symbol => ValueOf(symbol) is null) ? ProviderAction.Create : ProviderAction.None,
        };

        private async Task<ProviderAnswer> OfResourceAsync(ResourceNode old, ResourceNode asked)
        {
            var effective = asked with { Inputs = IgnoredPaths.Reset(old.Inputs, asked.Inputs, asked.Settings.IgnoreChanges) };
            if (!owner._configs.Knows(asked.Key.Type))
            {
                return OfOther(old, effective);
            }

            if (AreEqual(old.Inputs, effective.Inputs) && AreKnown(effective))
            {
                return new ProviderAnswer { Action = ProviderAction.None };
            }

            try
            {
                var before = owner._configs.Translate(old, owner._samples.Of);
                var after = owner._configs.Translate(effective, ValueOf);
                var answer = await (owner.ChecksValues
                    ? owner._oracle.AskAsync(before, after, cancellation)
                    : owner._oracle.PlanAsync(before, after, cancellation));
                return answer with { UnknownInputs = [.. before.UnknownInputs.Union(after.UnknownInputs)] };
            }
            catch (TranslationException exception)
            {
                return new ProviderAnswer { Action = ProviderAction.Reject, Errors = [.. exception.Problems] };
            }
        }

        // Every input of a random value replaces it.
        private ProviderAnswer OfOther(ResourceNode old, ResourceNode asked) => new()
        {
            Action = AreKnown(asked) && AreEqual(old.Inputs, asked.Inputs) ? ProviderAction.None : ProviderAction.Replace,
        };

        private bool AreKnown(ResourceNode asked) => asked.Inputs.Symbols().All(symbol => ValueOf(symbol) is not null);

        private static bool AreEqual(PropertyValue one, PropertyValue other) => (one, other) switch
        {
            (PropertyValue.Secret before, PropertyValue.Secret after) => AreEqual(before.Value, after.Value),
            (PropertyValue.List before, PropertyValue.List after) =>
                before.Items.Length == after.Items.Length && before.Items.Zip(after.Items).All(pair => AreEqual(pair.First, pair.Second)),
            (PropertyValue.Map before, PropertyValue.Map after) =>
                before.Entries.Count == after.Entries.Count
                && before.Entries.All(entry => after.Find(entry.Key) is { } value && AreEqual(entry.Value, value)),
            _ => one == other,
        };

        private string? ValueOf(Symbol symbol) => IsKnown(symbol) ? owner._samples.Of(symbol) : null;

        private bool IsKnown(Symbol symbol) => !Answers.TryGetValue(symbol.Resource, out var answer) || answer.Action switch
        {
            ProviderAction.Create or ProviderAction.Replace => false,
            ProviderAction.Update => owner._samples.AttributeOf(symbol) is not { } attribute || !answer.Unknown.Contains(attribute),
            _ => true,
        };
    }
}
