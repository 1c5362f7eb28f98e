using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>The target of a document.</summary>
/// <param name="Region">The AWS region.</param>
/// <param name="Endpoint">The emulator; null for mocks and for documents without an emulator.</param>
internal sealed record TerraformTarget(string Region, Uri? Endpoint = null);

/// <summary>Translates the graph of a stack to a Terraform program, in memory.</summary>
internal sealed class TerraformTranslator
{
    private const string GetZone = "aws:route53/getZone:getZone";

    private readonly ResourceGraph _graph;
    private readonly ProviderSchema _schema;
    private readonly TerraformTarget _target;
    private readonly AddressBook _addresses;
    private readonly VariableTable _variables;
    private readonly ReferenceResolver _references;
    private readonly TextTranslator _texts;
    private readonly InputTranslator _inputs;
    private readonly OptionsTranslator _options;
    private readonly EmulatorDifferences _differences = new();
    private readonly Problems _problems = new();

    private TerraformTranslator(ResourceGraph graph, ProviderSchema schema, TerraformTarget target)
    {
        (_graph, _schema, _target) = (graph, schema, target);
        _addresses = new AddressBook(graph, IsOmitted);
        _variables = new VariableTable(graph);
        _references = new ReferenceResolver(graph, schema, _addresses, _variables, _problems);
        _texts = new TextTranslator(_references, _variables);
        _inputs = new InputTranslator(new ValueTranslator(_texts, _problems));
        _options = new OptionsTranslator(new DependencyTranslator(graph, _addresses));
    }

    /// <exception cref="TranslationException">The stack has something without a counterpart in Terraform.</exception>
    public static TerraformProgram Translate(ResourceGraph graph, ProviderSchema schema, TerraformTarget target) =>
        new TerraformTranslator(graph, schema, target).Translate();

    private TerraformProgram Translate()
    {
        CheckTypes();
        _problems.ThrowIfAny();
        OmitMissing();

        var lookups = _graph.Lookups.Select(TranslateLookup).ToList();
        var resources = _graph.Resources.Where(resource => _addresses.Find(resource.Key) is not null).Select(TranslateResource).ToList();
        var outputs = new OutputTranslator(_texts, _graph.Resources[0].Key).Translate(_graph.Outputs);
        _problems.ThrowIfAny();

        var document = DocumentText.Of(Document(lookups, resources, outputs));
        return new TerraformProgram
        {
            Document = document.Text,
            MockTest = DocumentText.Of(MockTest.For(_graph, _references.Readings, _variables.All)).Text,
            Variables = _variables.All,
            UnknownInputs = [.. _inputs.Unknown, .. _options.Unknown],
            OmittedOptions = _options.Omitted,
            EmulatorDifferences = _differences.Applied,
            Addresses = _addresses.All.ToImmutableDictionary(entry => $"{entry.Value}", entry => entry.Key),
            Sources = new SourceMap(document.Lines, lookups.Concat(resources).Select(item => KeyValuePair.Create($"{item.Address}", item.Body))),
            HostedZones = [.. HostedZones().Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private void CheckTypes()
    {
        foreach (var resource in _graph.Resources.Where(resource => !resource.IsComponent && _variables.Find(resource.Key) is null))
        {
            CheckType(resource.Key, TypeMap.ResourceType(resource.Key.Type), _schema.Resources);
        }

        foreach (var lookup in _graph.Lookups)
        {
            CheckType(lookup.Key, TypeMap.DataType(lookup.Key.Type), _schema.DataSources);
        }
    }

    private void CheckType(ResourceKey key, string? terraformType, ImmutableSortedDictionary<string, BlockSchema> known)
    {
        if (terraformType is null)
        {
            _problems.Add($"{key}: the sandbox has no Terraform type for {key.Type}");
        }
        else if (!known.ContainsKey(terraformType))
        {
            _problems.Add($"{key}: this version of the AWS provider has no {terraformType}");
        }
    }

    private bool IsOmitted(string terraformType) => _target.Endpoint is not null && EmulatorDifferences.IsMissing(terraformType);

    private void OmitMissing()
    {
        foreach (var key in _graph.Resources.Select(resource => resource.Key))
        {
            if (TypeMap.ResourceType(key.Type) is { } terraformType && IsOmitted(terraformType))
            {
                _differences.Omit(key, terraformType);
            }
        }
    }

    private Item TranslateLookup(ProviderLookup lookup)
    {
        var address = _addresses.Find(lookup.Key)!;
        var members = _inputs.Translate(lookup.Key, address.Type, _schema.DataSources[address.Type], lookup.Arguments);
        return new Item(address, TerraformValue.Map.Sorted(members) with { Origin = new PropertyOrigin(lookup.Key, "") });
    }

    private Item TranslateResource(ResourceNode resource)
    {
        var address = _addresses.Find(resource.Key)!;
        var schema = _schema.Resources[address.Type];
        var members = _inputs.Translate(resource.Key, address.Type, schema, resource.Inputs);
        var (name, hasUniqueName) = AutoNames.For(address.Type, schema, [.. members.Select(member => member.Key)], resource.Key.Name);
        if (name is { } addition)
        {
            members.Add(addition);
        }

        var (attributes, notStored) = _target.Endpoint is null ? (members, []) : _differences.Apply(resource.Key, address.Type, schema, members);
        var body = TerraformValue.Map.Of([
            .. TerraformValue.Map.Sorted(attributes).Entries,
            .. _options.Translate(resource, address.Type, schema, hasUniqueName, notStored),
        ]);
        return new Item(address, body with { Origin = new PropertyOrigin(resource.Key, "") });
    }

    private TerraformValue.Map Document(List<Item> lookups, List<Item> resources, TerraformValue.Map outputs)
    {
        var document = TerraformValue.Map.Empty
            .With("terraform", ProviderConfiguration.Settings)
            .With("provider", ProviderConfiguration.Provider(_target, _graph, _schema))
            .With("variable", TerraformValue.Map.Of(_variables.All, variable => variable.Name, Variable))
            .With("data", ByType(lookups))
            .With("resource", ByType(resources))
            .With("output", outputs);
        return TerraformValue.Map.Of(document.Entries.Where(section => section.Value is not TerraformValue.Map { Entries: [] }));
    }

    private static TerraformValue Variable(TerraformVariable variable)
    {
        var text = TerraformValue.Map.Empty.With("type", "string").With("nullable", false);
        return variable.IsSensitive ? text.With("sensitive", true) : text;
    }

    private static TerraformValue.Map ByType(List<Item> items)
    {
        var types = items.GroupBy(item => item.Address.Type).OrderBy(type => type.Key, StringComparer.Ordinal);
        return TerraformValue.Map.Of(types, type => type.Key, ByName);
    }

    private static TerraformValue ByName(IEnumerable<Item> items) =>
        TerraformValue.Map.Of(items.OrderBy(item => item.Address.Name, StringComparer.Ordinal), item => item.Address.Name, item => item.Body);

    private IEnumerable<string> HostedZones() => _graph.Lookups
        .Where(lookup => lookup.Key.Type == GetZone && lookup.Arguments.Flag("privateZone") != true)
        .Select(lookup => lookup.Arguments.Text("name"))
        .OfType<string>();

    private readonly record struct Item(TerraformAddress Address, TerraformValue.Map Body);
}
