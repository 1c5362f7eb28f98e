using Newtonsoft.Json.Linq;

namespace Pulumi.Generator;

/// <summary>A package schema, and for each of its types the roles it plays.</summary>
internal sealed class PackageSchema
{
    private const string LocalTypes = "#/types/";

    private readonly JObject _types;
    private readonly JObject _namespaces;

    public PackageSchema(string text)
    {
        var json = JObject.Parse(text);
        Name = (string)json["name"]!;
        Version = (string)json["version"]!;
        _types = json["types"] as JObject ?? [];
        _namespaces = json.SelectToken("language.csharp.namespaces") as JObject ?? [];
        Resources = Members(json["resources"]);
        Functions = Members(json["functions"]);
        Inputs = Reach(Resources, "inputProperties");
        Outputs = Reach(Resources, "properties");
        InvokeInputs = Reach(Functions, "inputs.properties");
        InvokeOutputs = Reach(Functions, "outputs.properties");
    }

    public string Name { get; }

    public string Version { get; }

    public IReadOnlyList<KeyValuePair<string, JObject>> Resources { get; }

    public IReadOnlyList<KeyValuePair<string, JObject>> Functions { get; }

    public HashSet<string> Inputs { get; }

    public HashSet<string> Outputs { get; }

    public HashSet<string> InvokeInputs { get; }

    public HashSet<string> InvokeOutputs { get; }

    public string RootNamespace => $"Pulumi.{Titled(Name)}";

    public IEnumerable<string> Enums => _types.Properties().Select(type => type.Name).Where(IsEnum);

    public JObject Type(string token)
        => _types[token] as JObject ?? throw new InvalidOperationException($"The schema of {Name} has no type {token}.");

    public bool IsEnum(string token) => Type(token)["enum"] is not null;

    public string Namespace(string token)
        => Names.Module(token) is { Length: > 0 } module ? $"{RootNamespace}.{Titled(module)}" : RootNamespace;

    /// <summary>The token that a <c>$ref</c> names, unless it is one of Pulumi's own types.</summary>
    public static string? Referenced(JToken schema)
        => (string?)schema["$ref"] is { } reference && reference.StartsWith(LocalTypes, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(reference.Substring(LocalTypes.Length))
            : null;

    private string Titled(string name) => (string?)_namespaces[name] ?? Names.Title(name);

    private static IReadOnlyList<KeyValuePair<string, JObject>> Members(JToken? members)
        => [.. (members as JObject ?? []).Properties().Select(member => new KeyValuePair<string, JObject>(member.Name, (JObject)member.Value))];

    private HashSet<string> Reach(IEnumerable<KeyValuePair<string, JObject>> members, string path)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<JToken>(members.Select(member => member.Value.SelectToken(path)).OfType<JToken>());
        while (open.Count > 0)
        {
            var references = ((JContainer)open.Pop()).DescendantsAndSelf().OfType<JObject>().Select(Referenced).OfType<string>();
            foreach (var token in references.Where(token => !IsEnum(token)).Where(reached.Add))
            {
                open.Push(Type(token)["properties"] ?? new JObject());
            }
        }

        return reached;
    }
}
