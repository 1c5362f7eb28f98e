// Writes the large files of Infra/Facts from what AWS publishes; the README there says where each input comes from.
//
//   dotnet run tools/cut-facts.cs -- iam-actions actions.json "source" 2026-09-23
//   dotnet run tools/cut-facts.cs -- rds-classes classes-by-region.json "source" 2026-08-13
//   dotnet run tools/cut-facts.cs -- ec2-type-regions types-by-region.json "source" 2026-05-20
//   dotnet run tools/cut-facts.cs -- ec2-types describe-instance-types.json "source" 2026-05-20

// Only an ahead-of-time compiler would mind the serializer's reflection.
#:property PublishAot=false

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

var (file, input, source, date) = (args[0], JsonNode.Parse(File.ReadAllText(args[1]))!.AsObject(), args[2], args[3]);
var (format, lines) = file switch
{
    "iam-actions" => ("A service, and below it what its actions begin with, parted by commas, and what they act on: \" Get,List Job\" is GetJob and ListJob.",
        ActionLines(TextsOf(input))),
    "rds-classes" or "ec2-type-regions" => ("Regions (\"* -x\" is all that this file knows but x), and below them families with their sizes.", RegionLines(TextsOf(input))),
    "ec2-types" => ("A family, its architecture, and for each size vCPUs/memory in MiB/network interfaces.", TypeLines(input["InstanceTypes"]!.AsArray())),
    _ => throw new ArgumentException($"{file} is not written by this script"),
};
File.WriteAllText($"Infra/Facts/{file}.txt", string.Join('\n', [$"# source: {source}", $"# date: {date}", $"# {format}", .. lines]) + "\n");

static Dictionary<string, string[]> TextsOf(JsonObject lists) =>
    lists.ToDictionary(entry => entry.Key, entry => entry.Value!.AsArray().Select(text => (string)text!).ToArray());

static IEnumerable<string> ActionLines(Dictionary<string, string[]> services)
{
    foreach (var (service, actions) in services.OrderBy(entry => entry.Key, StringComparer.Ordinal))
    {
        yield return service;
        var verbsByObject = actions.Select(action => Regex.Match(action, "^([A-Z]+[a-z0-9]*|.)(.*)$").Groups)
            .GroupBy(groups => groups[2].Value, groups => groups[1].Value);
        foreach (var sameVerbs in verbsByObject.GroupBy(verbs => string.Join(',', verbs.Order(StringComparer.Ordinal)), verbs => verbs.Key)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // A verb alone, such as s3tables:… has none, stands as "-".
            yield return $" {sameVerbs.Key} {string.Join(' ', sameVerbs.Order(StringComparer.Ordinal).Select(name => name.Length > 0 ? name : "-"))}";
        }
    }
}

static IEnumerable<string> RegionLines(Dictionary<string, string[]> typesByRegion)
{
    var regions = typesByRegion.Keys.Order(StringComparer.Ordinal).ToList();
    yield return string.Join(' ', regions);
    var bySet = typesByRegion.SelectMany(entry => entry.Value.Select(type => (Type: type, Region: entry.Key)))
        .GroupBy(pair => pair.Type, pair => pair.Region)
        .GroupBy(present => SetName(regions, [.. present]), present => present.Key);
    foreach (var set in bySet.OrderBy(set => set.Key, StringComparer.Ordinal))
    {
        yield return set.Key;
        foreach (var family in FamiliesOf(set))
        {
            yield return $" {family.Key} {string.Join(' ', family.Select(SizeOf))}";
        }
    }
}

static string SetName(List<string> regions, HashSet<string> present)
{
    var all = string.Join(' ', ["*", .. regions.Where(region => !present.Contains(region)).Select(region => $"-{region}")]);
    var some = string.Join(' ', regions.Where(present.Contains));
    return all.Length <= some.Length ? all : some;
}

static IEnumerable<string> TypeLines(JsonArray types)
{
    var byName = types.ToDictionary(type => (string)type!["InstanceType"]!, type => type!);
    foreach (var family in FamiliesOf(byName.Keys))
    {
        var sizes = family.Select(name => $"{SizeOf(name)}={byName[name]["VCpuInfo"]!["DefaultVCpus"]}/{byName[name]["MemoryInfo"]!["SizeInMiB"]}/"
            + $"{byName[name]["NetworkInfo"]!["MaximumNetworkInterfaces"]}");
        yield return $"{family.Key} {byName[family.First()]["ProcessorInfo"]!["SupportedArchitectures"]!.AsArray()[^1]} {string.Join(' ', sizes)}";
    }
}

static IEnumerable<IGrouping<string, string>> FamiliesOf(IEnumerable<string> types) => types
    .OrderBy(type => SizeOf(type).Length).ThenBy(type => type, StringComparer.Ordinal)
    .GroupBy(type => type[..type.LastIndexOf('.')])
    .OrderBy(family => family.Key, StringComparer.Ordinal);

static string SizeOf(string type) => type[(type.LastIndexOf('.') + 1)..];
