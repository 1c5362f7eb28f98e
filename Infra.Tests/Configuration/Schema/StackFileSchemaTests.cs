using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Tests.Support;
using Json.Schema;

namespace Infra.Tests.Configuration.Schema;

public sealed class StackFileSchemaTests
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";
    private const string File = "stack-file.schema.json";

    /// <summary>The shipped stack files and the examples, by their path.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        "Pulumi.dev.yaml", "Pulumi.prod.yaml",
        .. Directory.EnumerateFiles(RepositoryFiles.Path("examples")).Select(path => $"examples/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> StackFiles => [.. Files];

    [Fact]
    public void CommittedSchema_IsWhatTheRecordsSay() => Snapshot.Match(Path.Combine("..", "..", "docs", File), StackSchema.Write("app"));

    [Fact]
    public void Schema_IsValidDraft202012()
    {
        using var schema = JsonDocument.Parse(StackSchema.Write("app"));

        Assert.Equal(Draft, schema.RootElement.GetProperty("$schema").GetString());
        Assert.True(MetaSchemas.Draft202012.Evaluate(schema.RootElement).IsValid);
    }

    [Fact]
    public void DefaultsAndExamples_AreValid()
    {
        var document = JsonNode.Parse(StackSchema.Write("app"))!;
        var definitions = document["$defs"]!.ToJsonString();
        var values = Described(document)
            .SelectMany(schema => new[] { schema["default"] }.Concat(schema["examples"]?.AsArray() ?? []).OfType<JsonNode>().Select(value => (Schema: schema, Value: value)))
            .ToList();

        Assert.True(values.Count > 150, $"only {values.Count} defaults and examples");
        Assert.All(values, entry =>
        {
            var schema = new JsonObject
            {
                ["$schema"] = Draft,
                ["allOf"] = new JsonArray(entry.Schema.DeepClone()),
                ["$defs"] = JsonNode.Parse(definitions),
            };
            Assert.True(JsonSchema.FromText(schema.ToJsonString()).Evaluate(JsonSerializer.SerializeToElement(entry.Value)).IsValid, entry.Value.ToJsonString());
        });
    }

    [Fact]
    public void EveryKey_HasADescription()
    {
        var keys = Described(JsonNode.Parse(StackSchema.Write("app"))!)
            .Where(schema => schema["properties"] is not null)
            .SelectMany(schema => schema["properties"]!.AsObject())
            .Where(key => key.Value!["$ref"] is not null || key.Value["type"] is not null)
            .ToList();

        Assert.True(keys.Count > 280, $"only {keys.Count} keys");
        Assert.Equal(["secure"], keys.Where(key => key.Value!["description"] is null).Select(key => key.Key).Distinct());
    }

    [Theory]
    [MemberData(nameof(StackFiles))]
    public void StackFile_NamesTheSchemaAndIsValid(string file)
    {
        var path = RepositoryFiles.Path(file.Split('/'));
        var folder = file.StartsWith("examples/", StringComparison.Ordinal) ? "../docs" : "docs";

        Assert.Equal($"# yaml-language-server: $schema={folder}/{File}", System.IO.File.ReadLines(path).First());
        var checks = StackFileChecks.Of(EditorYaml.Read(path), System.IO.File.ReadAllText(path));
        Assert.Empty(checks.SchemaErrors);
        Assert.True(checks.IsAccepted);
    }

    private static IEnumerable<JsonObject> Described(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(entry => entry.Value).SelectMany(Described).Prepend(map),
        JsonArray list => list.SelectMany(Described),
        _ => [],
    };
}
