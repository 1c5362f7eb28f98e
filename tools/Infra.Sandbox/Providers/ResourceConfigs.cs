using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers;

/// <summary>A resource as the provider gets it.</summary>
/// <param name="Type">The Terraform type.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Value">The attributes and blocks.</param>
/// <param name="UnknownInputs">The inputs that this version of the provider does not know.</param>
internal sealed record ResourceConfig(string Type, BlockSchema Schema, ProviderValue Value, ImmutableArray<string> UnknownInputs);

/// <summary>Translates single resources to configurations of the provider.</summary>
internal sealed class ResourceConfigs
{
    // Stands for an unknown value in a translation that has none.
    private const string UnknownText = "\u0001unknown\u0001";

    private readonly ProviderSchema _schema;

    public ResourceConfigs(ProviderSchema schema) => _schema = schema;

    /// <summary>Whether this version of the provider has a Pulumi type.</summary>
    public bool Knows(string pulumiType) => TypeMap.ResourceType(pulumiType) is { } type && _schema.Resources.ContainsKey(type);

    /// <param name="resource">The resource.</param>
    /// <param name="valueOf">The values of symbols; null for a value that is not known yet.</param>
    /// <exception cref="TranslationException">The inputs have no counterpart in Terraform.</exception>
    public ResourceConfig Translate(ResourceNode resource, Func<Symbol, string?> valueOf)
    {
        var type = TypeMap.ResourceType(resource.Key.Type)!;
        var schema = _schema.Resources[type];
        var inputs = PropertyValue.Map.Of(resource.Inputs.Entries.Select(input => KeyValuePair.Create(input.Key, Resolve(input.Value, valueOf))));

        var problems = new Problems();
        var translator = new InputTranslator(new ValueTranslator(Texts(problems), problems));
        var members = translator.Translate(resource.Key, type, schema, inputs);
        problems.ThrowIfAny();
        if (AutoNames.For(type, schema, [.. members.Select(member => member.Key)], resource.Key.Name).Addition is { } name)
        {
            members.Add(name);
        }

        return new ResourceConfig(type, schema, Block(schema, members), [.. translator.Unknown.Select(input => input.Path)]);
    }

    // No symbols are left, so there is nothing to look up.
    private TextTranslator Texts(Problems problems)
    {
        var nothing = new ResourceGraph { Project = "", Stack = "", Resources = [], Lookups = [], Outputs = PropertyValue.Map.Empty };
        var variables = new VariableTable(nothing);
        return new TextTranslator(
            new ReferenceResolver(nothing, _schema, new AddressBook(nothing, _ => false), variables, problems), variables);
    }

    private static PropertyValue Resolve(PropertyValue value, Func<Symbol, string?> valueOf) => value switch
    {
        PropertyValue.Unknown => UnknownText,
        PropertyValue.Secret secret => Resolve(secret.Value, valueOf),
        PropertyValue.Text text => Resolve(text.Value, valueOf),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(item => Resolve(item, valueOf))]),
        PropertyValue.Map map => PropertyValue.Map.Of(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Resolve(entry.Value, valueOf)))),
        _ => value,
    };

    private static string Resolve(string text, Func<Symbol, string?> valueOf)
    {
        var parts = Symbol.Split(text).Select(part => part.Symbol is { } symbol ? valueOf(symbol) : part.Text).ToList();
        return parts.Contains(null) ? UnknownText : string.Concat(parts);
    }

    private static ProviderValue Block(BlockSchema schema, IEnumerable<KeyValuePair<string, TerraformValue>> members)
    {
        var given = members.ToDictionary(member => member.Key, member => member.Value);
        return ProviderValue.Map.Of(
        [
            .. schema.Attributes.Select(attribute => KeyValuePair.Create(
                attribute.Key,
                given.TryGetValue(attribute.Key, out var value) ? Value(attribute.Value.Type, value) : ProviderValue.Null.Value)),
            .. schema.Blocks.Select(block => KeyValuePair.Create(
                block.Key,
                given.TryGetValue(block.Key, out var value) ? Blocks(block.Value.Block, value) : ResourcePlanner.Absent(block.Value))),
        ]);
    }

    private static ProviderValue Blocks(BlockSchema schema, TerraformValue value) => value switch
    {
        TerraformValue.List list => new ProviderValue.List([.. list.Items.Select(item => Blocks(schema, item))]),
        TerraformValue.Map map => Block(schema, map.Entries),
        _ => ProviderValue.Unknown.Value,
    };

    private static ProviderValue Value(AttributeType type, TerraformValue value) => (type, value) switch
    {
        (_, TerraformValue.Template { Text: UnknownText }) => ProviderValue.Unknown.Value,
        (_, TerraformValue.Template template) => Unescape(template.Text),
        (_, TerraformValue.Number number) => number.Value,
        (_, TerraformValue.Flag flag) => flag.Value,
        (AttributeType.Collection collection, TerraformValue.List list) => Collection(collection, list),
        (AttributeType.Collection map, TerraformValue.Map entries) => ProviderValue.Map.Of(
            entries.Entries.Select(entry => KeyValuePair.Create(Unescape(entry.Key), Value(map.Element, entry.Value)))),
        (AttributeType.Structure structure, TerraformValue.Map members) => ProviderValue.Map.Of(
            members.Entries.Select(member => KeyValuePair.Create(member.Key, Value(structure.Attributes[member.Key], member.Value)))),
        _ => ProviderValue.Null.Value,
    };

    private static ProviderValue Collection(AttributeType.Collection type, TerraformValue.List list)
    {
        var items = list.Items.Select(item => Value(type.Element, item)).ToList();
        var distinct = type.Type == CollectionType.Set ? items.DistinctBy(item => CanonicalText.Of(type.Element, item)) : items;
        return new ProviderValue.List([.. distinct]);
    }

    // Without references, a template is its literal text.
    private static string Unescape(string template) => template
        .Replace("$${", "${", StringComparison.Ordinal)
        .Replace("%%{", "%{", StringComparison.Ordinal);
}
