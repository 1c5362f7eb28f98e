using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Configuration.StackFiles;

namespace Infra.Tests.Configuration.Schema;

/// <summary>A YAML file as editors read it: with the core schema of YAML 1.2. https://yaml.org/spec/1.2.2/#103-core-schema</summary>
internal static partial class EditorYaml
{
    public static JsonNode? Read(string path) => Node(new YamlFile(Path.GetFileName(path), File.ReadAllText(path)).Root);

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Node(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Node)]),
        YamlScalar { IsPlain: true } scalar => Plain(scalar.Text),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new InvalidOperationException($"{node} is not a node"),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when WholeNumber().IsMatch(text) => JsonNode.Parse(decimal.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)),
        _ when Number().IsMatch(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^[-+]?[0-9]{1,25}\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
