using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers;

/// <summary>Compares the changes that the model of updates predicts with the provider's own plans.</summary>
/// <param name="oracle">Asks the provider.</param>
/// <param name="schema">The provider's schema.</param>
internal sealed class ProviderComparison(UpdateOracle oracle, ProviderSchema schema)
{
    /// <summary>The resources so far that the model or the provider changes.</summary>
    public int Compared { get; private set; }

    /// <summary>A line for each resource on which the model and the provider disagree.</summary>
    /// <param name="running">The stack as it runs.</param>
    /// <param name="wanted">The stack as it is asked for.</param>
    /// <param name="predicted">The changes that the model predicts.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> DifferencesAsync(
        ResourceGraph running, ResourceGraph wanted, IEnumerable<ResourceChange> predicted, CancellationToken cancellation)
    {
        var answers = await oracle.AskAsync(running, wanted, cancellation);
        var changes = predicted.ToLookup(change => change.Key);
        var inputs = running.Resources.Concat(wanted.Resources).ToLookup(resource => resource.Key);
        Compared += answers.Count(answer => answer.Value.Action != ProviderAction.None || changes.Contains(answer.Key));
        return [.. answers.Select(answer => Difference(answer.Key, answer.Value, [.. changes[answer.Key]], inputs[answer.Key])).OfType<string>()];
    }

    private string? Difference(ResourceKey key, ProviderAnswer answer, ImmutableArray<ResourceChange> changes, IEnumerable<ResourceNode> nodes)
    {
        if (IsExplained(key.Type, answer, changes))
        {
            return null;
        }

        var predicted = Outcome.Of(changes, path => AttributeOf(key.Type, path), path => IsComparable(key.Type, path, answer));
        var planned = Outcome.Of(answer, InputsOf(key.Type, nodes).Except(Explained(key.Type)).ToHashSet(StringComparer.Ordinal))
            .WithoutComputed(name => predicted.Forces(name) || !IsComputed(key.Type, name));
        return predicted == planned || (predicted.IsOfTheEngine && planned.Action is ProviderAction.None or ProviderAction.Update)
            ? null
            : $"{key}: the provider {planned}, the model {predicted}{Detail(answer, changes)}";
    }

    // Only inputs change that the versions of the provider treat differently.
    private static bool IsExplained(string type, ProviderAnswer answer, ImmutableArray<ResourceChange> changes) =>
        answer.Action is ProviderAction.None or ProviderAction.Update or ProviderAction.Replace
        && changes is [{ Action: ChangeAction.Update or ChangeAction.Replace, Properties: [_, ..] properties }]
        && properties.All(property => !IsComparable(type, property.Path, answer));

    private static string Detail(ProviderAnswer answer, ImmutableArray<ResourceChange> changes)
    {
        string[] details =
        [
            .. answer.Changes.Length > 0 ? [$"planned: {string.Join(", ", answer.Changes)}"] : Array.Empty<string>(),
            .. answer.Errors.Select(error => error.ReplaceLineEndings(" ")),
            .. changes.SelectMany(change => change.Properties).Select(property => property.Path).Distinct().Take(5) is var paths && paths.Any()
                ? [$"predicted: {string.Join(", ", paths)}"]
                : Array.Empty<string>(),
        ];
        return details.Length > 0 ? $" ({string.Join("; ", details)})" : "";
    }

    // Inputs that only version 6 knows, and those that it treats differently.
    private static bool IsComparable(string type, string path, ProviderAnswer answer)
    {
        var input = ReplacementFacts.WithoutIndexes(path);
        return !answer.UnknownInputs.Select(ReplacementFacts.WithoutIndexes).Any(unknown => IsIn(unknown, input))
            && !ReplacementFacts.Differences.Any(difference => difference.Type == type && IsIn(difference.Input, input));
    }

    private IEnumerable<string> Explained(string type) => ReplacementFacts.Differences
        .Where(difference => difference.Type == type)
        .Select(difference => AttributeOf(type, difference.Input))
        .OfType<string>();

    // Neither generated names nor empty lists, which AWS fills, are inputs.
    private IEnumerable<string> InputsOf(string type, IEnumerable<ResourceNode> nodes) => nodes
        .SelectMany(resource => resource.Inputs.Entries)
        .Where(input => input.Value is not (PropertyValue.Null or PropertyValue.List { Items.IsEmpty: true }))
        .Select(input => AttributeOf(type, input.Key))
        .OfType<string>();

    private string? AttributeOf(string pulumiType, string path)
    {
        var type = TypeMap.ResourceType(pulumiType)!;
        return AttributeNames.OfInput(type, schema.Resources[type], path.Split('.', '[')[0]);
    }

    private bool IsComputed(string pulumiType, string attribute) =>
        schema.Resources[TypeMap.ResourceType(pulumiType)!].Attributes.GetValueOrDefault(attribute)?.IsComputed == true;

    private static bool IsIn(string outer, string input) =>
        input.StartsWith(outer, StringComparison.Ordinal) && (input.Length == outer.Length || input[outer.Length] == '.');

    /// <param name="Action">The operation.</param>
    /// <param name="Forcing">The top-level attributes that force a replacement, sorted, in one text.</param>
    private readonly record struct Outcome(ProviderAction Action, string Forcing)
    {
        private const string Separator = ", ";

        /// <summary>A replacement that only follows from the deletion of another resource, of which the provider knows nothing.</summary>
        public bool IsOfTheEngine => Action == ProviderAction.Replace && Forcing.Length == 0;

        public static Outcome Of(ProviderAnswer answer, HashSet<string> inputs)
        {
            var forcing = answer.Forcing.Select(path => path.Split('.')[0]).Where(inputs.Contains).ToList();
            return answer.Action == ProviderAction.Replace && forcing.Count == 0
                ? new Outcome(answer.Changes.Any(inputs.Contains) ? ProviderAction.Update : ProviderAction.None, "")
                : new Outcome(answer.Action, Text(forcing));
        }

        public static Outcome Of(ImmutableArray<ResourceChange> changes, Func<string, string?> attributeOf, Func<string, bool> isComparable)
        {
            if (changes is not [var change])
            {
                return new Outcome(changes.IsEmpty ? ProviderAction.None : ProviderAction.Replace, "");
            }

            var properties = change.Properties.Where(property => isComparable(property.Path)).ToList();
            var forcing = properties.Where(property => property.ForcesReplacement).Select(property => attributeOf(property.Path)).OfType<string>();
            return change.Action switch
            {
                ChangeAction.Create => new Outcome(ProviderAction.Create, ""),
                ChangeAction.Delete => new Outcome(ProviderAction.Delete, ""),
                _ when properties.Count == 0 && change.Properties.Length > 0 => new Outcome(ProviderAction.None, ""),
                ChangeAction.Replace when properties.Exists(property => property.ForcesReplacement) || change.Properties.Length == 0 =>
                    new Outcome(ProviderAction.Replace, Text(forcing)),
                _ => new Outcome(ProviderAction.Update, ""),
            };
        }

        public bool Forces(string attribute) => Forcing.Split(Separator).Contains(attribute);

        /// <summary>Without the attributes that AWS computes from those that force the replacement, if any are left.</summary>
        public Outcome WithoutComputed(Func<string, bool> isKept)
        {
            var kept = Text(Forcing.Split(Separator).Where(isKept));
            return kept.Length > 0 ? this with { Forcing = kept } : this;
        }

        public override string ToString() => Action switch
        {
            ProviderAction.None => "does nothing",
            ProviderAction.Replace => $"replaces it for {(Forcing.Length > 0 ? Forcing : "another resource")}",
            _ => $"{Action.ToString().ToLowerInvariant()}s it",
        };

        private static string Text(IEnumerable<string> attributes) => string.Join(Separator, attributes.Distinct().Order(StringComparer.Ordinal));
    }
}
