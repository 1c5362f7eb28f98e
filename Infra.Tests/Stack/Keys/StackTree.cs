using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;

namespace Infra.Tests.Stack.Keys;

/// <summary>The keys of a stack file as one JSON tree.</summary>
internal static class StackTree
{
    public static JsonObject Of(ConfigValues values) => new(values.OwnNames
        .Where(name => !values.Find(name)!.IsSecret)
        .Select(name => KeyValuePair.Create(name, Node(values.Find(name)!.Text!))));

    /// <summary>The values of a stack file with other keys.</summary>
    /// <param name="values">The stack file; its region and its encrypted values stay.</param>
    /// <param name="tree">The keys.</param>
    public static ConfigValues With(ConfigValues values, JsonObject tree)
    {
        var all = values.OwnNames.Where(name => values.Find(name)!.IsSecret).ToDictionary(values.Key, name => values.Find(name)!);
        foreach (var (name, node) in tree)
        {
            all[values.Key(name)] = new ConfigValue(Text(node!), IsSecret: false);
        }

        return WithSecrets(values, all);
    }

    /// <summary>The values of a stack file with one other top-level key.</summary>
    public static ConfigValues With(ConfigValues values, string block, string json)
    {
        var all = values.OwnNames.ToDictionary(values.Key, name => values.Find(name)!);
        all[values.Key(block)] = new ConfigValue(json, IsSecret: false);
        return WithSecrets(values, all);
    }

    /// <summary>A stack file with one other top-level key.</summary>
    public static JsonObject With(JsonObject tree, string block, string json)
    {
        var edited = tree.DeepClone().AsObject();
        edited[block] = Node(json);
        return edited;
    }

    // Text comes from the Pulumi CLI as it is.
    public static string Text(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    // An encrypted value that nothing names is an unknown key.
    private static ConfigValues WithSecrets(ConfigValues values, Dictionary<string, ConfigValue> all)
    {
        all["app:otherSecret"] = new ConfigValue("another", IsSecret: true);
        var named = all.Where(value => !value.Value.IsSecret || all.Values.Any(other => !other.IsSecret && IsNamed(value.Key, other.Text!)));
        return new ConfigValues(values.Project, named.Append(KeyValuePair.Create("aws:region", values.FindKey("aws:region")!)).ToDictionary());
    }

    private static bool IsNamed(string secret, string text) =>
        text.Contains($"\"{secret["app:".Length..]}\"", StringComparison.Ordinal);

    private static JsonNode? Node(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
