using System.Globalization;
using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests.Providers.Support;

/// <summary>An edit of one input of a resource.</summary>
/// <param name="Path">The input with its indexes.</param>
/// <param name="Edited">The resource with another value for it.</param>
internal sealed record InputEdit(string Path, ResourceNode Edited)
{
    public string Input => ReplacementFacts.WithoutIndexes(Path);
}

/// <summary>Changes the inputs of resources one at a time.</summary>
internal static class InputEdits
{
    public static IEnumerable<InputEdit> Of(ResourceNode resource) =>
        Leaves(resource.Inputs, "").Select(leaf => new InputEdit(leaf.Path, resource with { Inputs = (PropertyValue.Map)leaf.Edited }));

    private static IEnumerable<(string Path, PropertyValue Edited)> Leaves(PropertyValue value, string path) => value switch
    {
        PropertyValue.Secret secret => Leaves(secret.Value, path).Select(leaf => (leaf.Path, (PropertyValue)new PropertyValue.Secret(leaf.Edited))),
        PropertyValue.Map map => map.Entries.SelectMany(entry =>
            Leaves(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")
                .Select(leaf => (leaf.Path, (PropertyValue)map.With([new(entry.Key, leaf.Edited)])))),
        PropertyValue.List list => list.Items.SelectMany((item, index) =>
            Leaves(item, $"{path}[{index}]")
                .Select(leaf => (leaf.Path, (PropertyValue)new PropertyValue.List(list.Items.SetItem(index, leaf.Edited))))),
        PropertyValue.Flag flag => [(path, !flag.Value)],
        PropertyValue.Number number => [(path, number.Value + 1)],
        PropertyValue.Text text => [(path, Other(text.Value))],
        _ => [],
    };

    private static string Other(string text) => text switch
    {
        "true" => "false",
        "false" => "true",
        ['{' or '[', ..] => text.Replace("\"name\":\"", "\"name\":\"x", StringComparison.Ordinal)
            .Replace("2012-10-17", "2008-10-17", StringComparison.Ordinal),
        _ when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => (number + 1).ToString(CultureInfo.InvariantCulture),
        _ => text + "x",
    };
}
