// Cuts a package schema down to what a types.txt lists and everything that reaches.
//
//   pulumi package get-schema aws@7.48.0 > full.json
//   dotnet run tools/sdk/cut-schema.cs -- full.json tools/sdk/Pulumi.Aws
//
// A line of types.txt is the token of a resource or function; `-name` after it leaves an output out, `--name` an input as
// well. A type is kept because something reaches it and needs no line, unless some of its properties are to be left out.

// Only an ahead-of-time compiler would mind the serializer's reflection.
#:property PublishAot=false

using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

string[] propertyKeys =
[
    "type", "$ref", "items", "additionalProperties", "oneOf", "plain", "secret", "default", "const", "defaultInfo", "deprecationMessage",
];
string[] memberKeys = ["type", "isComponent", "deprecationMessage", "requiredInputs", "required"];

var schema = JsonNode.Parse(File.ReadAllText(args[0]))!.AsObject();
var listFile = Path.Combine(args[1], "types.txt");
var lines = File.ReadAllLines(listFile)
    .Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
    .Where(words => words.Length > 0)
    .ToDictionary(words => words[0], words => words.Skip(1).ToHashSet());

var package = (string)schema["name"]!;
var resources = new JsonObject();
var functions = new JsonObject();
var types = new JsonObject();

foreach (var (token, leftOut) in lines.OrderBy(line => line.Key, StringComparer.Ordinal))
{
    if (token == $"pulumi:providers:{package}")
    {
        resources[token] = CutMember(token, (schema["resources"]![token] ?? schema["provider"]!).AsObject(), leftOut);
    }
    else if (schema["resources"]?[token] is JsonObject resource)
    {
        resources[token] = CutMember(token, resource, leftOut);
    }
    else if (schema["functions"]?[token] is JsonObject function)
    {
        functions[token] = CutMember(token, function, leftOut);
    }
    else if (schema["types"]?[token] is null)
    {
        throw Stop($"{listFile}: {token} is not in {args[0]}");
    }
}

var cut = new JsonObject
{
    ["name"] = package,
    ["version"] = schema["version"]?.DeepClone(),
    ["language"] = new JsonObject { ["csharp"] = new JsonObject { ["namespaces"] = UsedNamespaces() } },
    ["resources"] = resources,
    ["functions"] = functions,
    ["types"] = new JsonObject(types
        .OrderBy(type => type.Key, StringComparer.Ordinal)
        .Select(type => KeyValuePair.Create(type.Key, type.Value?.DeepClone()))),
};
var text = new StringBuilder();
Write("", cut, 0);
File.WriteAllText(Path.Combine(args[1], "schema.json"), text.Append('\n').ToString());
Console.WriteLine($"{resources.Count} resources, {functions.Count} functions, {types.Count} types");

JsonObject CutMember(string token, JsonObject member, HashSet<string> leftOut)
{
    var result = Keep(member, memberKeys);
    foreach (var key in new[] { "inputs", "outputs" })
    {
        if (member[key] is JsonObject shape)
        {
            result[key] = CutMember(token, shape, leftOut);
        }
    }

    foreach (var key in new[] { "inputProperties", "properties" })
    {
        if (member[key] is JsonObject properties)
        {
            result[key] = new JsonObject(properties
                .Where(property => !leftOut.Contains($"--{property.Key}"))
                .Where(property => key == "inputProperties" || !leftOut.Contains($"-{property.Key}"))
                .Select(property => (property.Key, Cut: CutProperty($"{token} {property.Key}", property.Value!.AsObject())))
                .Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Cut)));
        }
    }

    if (result["required"] is JsonArray required)
    {
        result["required"] = new JsonArray([.. required.Select(name => name!.DeepClone()).Where(name => !leftOut.Contains($"-{name}"))]);
    }

    if (member["enum"] is JsonArray values)
    {
        result["enum"] = new JsonArray([.. values.Select(value => Keep(value!.AsObject(), ["name", "value"]))]);
    }

    return result;
}

JsonObject CutProperty(string where, JsonObject property)
{
    var result = Keep(property, propertyKeys);
    foreach (var key in new[] { "items", "additionalProperties" })
    {
        if (property[key] is JsonObject element)
        {
            result[key] = CutProperty(where, element);
        }
    }

    if (property["oneOf"] is JsonArray alternatives)
    {
        result["oneOf"] = new JsonArray([.. alternatives.Select(alternative => CutProperty(where, alternative!.AsObject()))]);
    }

    if ((string?)property["language"]?["csharp"]?["name"] is { } name)
    {
        result["language"] = new JsonObject { ["csharp"] = new JsonObject { ["name"] = name } };
    }

    Reach(where, (string?)property["$ref"]);
    return result;
}

void Reach(string where, string? reference)
{
    const string local = "#/types/";
    if (reference is null || reference.StartsWith("pulumi.json#/", StringComparison.Ordinal))
    {
        return;
    }

    if (!reference.StartsWith(local, StringComparison.Ordinal))
    {
        throw Stop($"{where} refers to another package ({reference}); leave it out in {listFile}");
    }

    var token = Uri.UnescapeDataString(reference[local.Length..]);
    if (!types.ContainsKey(token))
    {
        // Before its own properties are cut: types may refer to themselves.
        types[token] = null;
        types[token] = CutMember(token, schema["types"]![token]!.AsObject(), lines.GetValueOrDefault(token, []));
    }
}

JsonObject UsedNamespaces()
{
    var used = resources.Concat(functions).Concat(types).Select(member => member.Key.Split(':')[1].Split('/')[0]).ToHashSet();
    var known = schema["language"]?["csharp"]?["namespaces"]?.AsObject() ?? [];
    return new JsonObject(known
        .Where(known => used.Contains(known.Key))
        .OrderBy(known => known.Key, StringComparer.Ordinal)
        .Select(known => KeyValuePair.Create(known.Key, known.Value?.DeepClone())));
}

static UnreachableException Stop(string problem)
{
    Console.Error.WriteLine(problem);
    Environment.Exit(1);
    return new UnreachableException();
}

static JsonObject Keep(JsonObject source, string[] keys)
    => new(keys.Where(source.ContainsKey).Select(key => KeyValuePair.Create(key, source[key]?.DeepClone())));

// One line for each property: small enough to read a difference, large enough to keep the file short.
void Write(string key, JsonNode? node, int depth)
{
    if (node is JsonObject { Count: > 0 } parent && (depth < 4 || (depth == 4 && key == "properties")))
    {
        WriteLines('{', parent.Select(member => (Action)(() =>
        {
            text.Append(JsonSerializer.Serialize(member.Key)).Append(": ");
            Write(member.Key, member.Value, depth + 1);
        })), '}', depth);
    }
    else if (node is JsonArray { Count: > 0 } array && array[0] is JsonObject && depth == 3)
    {
        WriteLines('[', array.Select(element => (Action)(() => Write("", element, 5))), ']', depth);
    }
    else
    {
        text.Append(node?.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null");
    }
}

void WriteLines(char open, IEnumerable<Action> elements, char close, int depth)
{
    var separator = open.ToString();
    foreach (var element in elements)
    {
        text.Append(separator).Append('\n').Append(' ', depth + 1);
        element();
        separator = ",";
    }

    text.Append('\n').Append(' ', depth).Append(close);
}
