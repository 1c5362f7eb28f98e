using System.Text.Json.Nodes;
using Infra.Configuration.StackFiles;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>Edits keys of a stack file. The result is JSON, which YAML includes.</summary>
internal static class EditedStackFile
{
    public static string Of(string text, IEnumerable<KeyEdit> edits)
    {
        var root = Json(new YamlFile("stack file", text).Root);
        foreach (var edit in edits)
        {
            Apply(edit, root["config"]!.AsObject());
        }

        return root.ToJsonString();
    }

    private static void Apply(KeyEdit edit, JsonObject config)
    {
        var path = edit.Key.Split('.');
        var (block, name) = (path[..^1].Aggregate(config, (outer, inner) => outer[inner]!.AsObject()), path[^1]);
        var old = block[name];
        var value = edit.NewName is not null ? old!.DeepClone() : edit.Value is { } text ? Value(text) : null;
        Assert.False(edit.NewName is null && JsonNode.DeepEquals(old, value), $"{edit.Key} has this value already");
        block.Remove(name);
        if (value is not null)
        {
            block.Add(edit.NewName ?? name, value);
        }
    }

    private static JsonNode Value(string yaml) => Json(new YamlFile("edit", $"value: {yaml}").Root.Find("value")!);

    private static JsonNode Json(YamlNode node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, (JsonNode?)Json(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Json)]),
        YamlScalar { IsPlain: true } scalar when CliScalar.Of(scalar.Text) is { Kind: not CliScalarKind.Text } plain => JsonNode.Parse(plain.Text)!,
        _ => JsonValue.Create(((YamlScalar)node).Text),
    };
}
