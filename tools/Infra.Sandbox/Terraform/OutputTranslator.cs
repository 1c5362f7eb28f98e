using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Terraform;

/// <summary>Translates stack outputs to output blocks.</summary>
internal sealed class OutputTranslator(TextTranslator texts, ResourceKey stack)
{
    public TerraformValue.Map Translate(PropertyValue.Map outputs) =>
        TerraformValue.Map.Of(outputs.Entries, output => output.Key, output => Output(output.Key, output.Value));

    private TerraformValue.Map Output(string name, PropertyValue value)
    {
        var (translated, isSensitive) = Translate(value, new PropertyOrigin(stack, name));
        var output = TerraformValue.Map.Empty.With("value", translated);
        // Terraform rejects an output of a sensitive value that is not marked sensitive.
        return isSensitive || value is PropertyValue.Secret ? output.With("sensitive", true) : output;
    }

    private (TerraformValue Value, bool IsSensitive) Translate(PropertyValue value, PropertyOrigin origin) => value switch
    {
        PropertyValue.Text text => texts.Translate(text.Value),
        PropertyValue.Number number => (number.Value, false),
        PropertyValue.Flag flag => (flag.Value, false),
        PropertyValue.Secret { Value: PropertyValue.Text text } => (texts.TranslateSecret(text.Value, origin), true),
        PropertyValue.Secret secret => Translate(secret.Value, origin) with { IsSensitive = true },
        PropertyValue.List list => List(list, origin),
        PropertyValue.Map map => Map(map, origin),
        _ => (new TerraformValue.Null(), false),
    };

    private (TerraformValue Value, bool IsSensitive) List(PropertyValue.List list, PropertyOrigin origin)
    {
        var items = list.Items.Select((item, index) => Translate(item, origin.Item(index))).ToList();
        return (TerraformValue.List.Of(items.Select(item => item.Value)), items.Exists(item => item.IsSensitive));
    }

    private (TerraformValue Value, bool IsSensitive) Map(PropertyValue.Map map, PropertyOrigin origin)
    {
        var entries = map.Entries.Select(entry => (entry.Key, Item: Translate(entry.Value, origin.Property(entry.Key)))).ToList();
        return (
            TerraformValue.Map.Of(entries, entry => texts.Translate(entry.Key).Template.Text, entry => entry.Item.Value),
            entries.Exists(entry => entry.Item.IsSensitive));
    }
}
