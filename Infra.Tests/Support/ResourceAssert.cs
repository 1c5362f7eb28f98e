using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Support;

/// <summary>Assertions on whole resources, including what must be absent.</summary>
internal static class ResourceAssert
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The resource has exactly these inputs.</summary>
    public static void Inputs(string expected, RegisteredResource actual) => Json(expected, ToJson(actual.Inputs)!);

    /// <summary>The inputs of a resource as JSON text.</summary>
    public static string Shown(RegisteredResource resource) => Text(ToJson(resource.Inputs)!);

    /// <summary>The JSON is the same, in any order of keys.</summary>
    public static void Json(string expected, JsonNode actual) => Assert.Equal(Text(JsonNode.Parse(expected)!), Text(actual));

    /// <summary>There is at least one item, and every item passes.</summary>
    public static void Every<T>(IReadOnlyCollection<T> items, Action<T> check)
    {
        Assert.NotEmpty(items);
        Assert.All(items, check);
    }

    /// <summary>
    /// Exactly these resources were created, by class name, without components and the security groups of <see cref="TestParts"/>.
    /// </summary>
    public static void Kinds(StackRun run, params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        run.Resources.Where(resource => !resource.IsComponent && resource.Parent != "shop-security").Select(resource => resource.Resource.GetType().Name).Order(StringComparer.Ordinal));

    private static string Text(JsonNode node) => Sorted(node)!.ToJsonString(Indented);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? ToJson(object? input) => input switch
    {
        ImmutableDictionary<string, object> map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        ImmutableArray<object> list => new JsonArray([.. list.Select(ToJson)]),
        string text => JsonValue.Create(text),
        double number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => throw new InvalidOperationException($"{input} is not an input"),
    };
}
