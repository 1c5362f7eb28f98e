using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;

namespace Infra.Tests.Support;

/// <summary>Configurations for tests. Blocks are JSON, as the Pulumi CLI passes them to the program.</summary>
internal static class TestConfigs
{
    /// <summary>A minimal stack: HTTP only, one small public task.</summary>
    public static StackConfig Minimal => Load();

    /// <summary>The minimal stack with changed or added keys: <c>("domain", "{ … }")</c>.</summary>
    public static StackConfig With(params (string Key, string Json)[] changes) => Load(changes);

    /// <summary>The error message for a configuration that is refused.</summary>
    public static string ProblemsOf(params (string Key, string Json)[] changes) =>
        Assert.Throws<Pulumi.RunException>(() => Load(changes)).Message;

    public static StackConfig Load(params (string Key, string Json)[] changes) =>
        StackConfigLoader.Load(Values(changes), "dev");

    /// <summary>The values of the minimal stack with changes. The value "-" removes a key; the prefix "secret:" marks an encrypted value.</summary>
    public static ConfigValues Values(params (string Key, string Json)[] changes)
    {
        var values = new Dictionary<string, ConfigValue>
        {
            ["aws:region"] = new("eu-central-1", IsSecret: false),
            ["app:name"] = new("shop", IsSecret: false),
            ["app:network"] = new("""{"cidr":"10.0.0.0/16","zones":["eu-central-1a","eu-central-1b"],"natGateways":"none"}""", IsSecret: false),
            ["app:service"] = new("""{"image":"nginx:1.29","containerPort":80,"cpuUnits":256,"memoryMiB":512,"desiredCount":1,"subnets":"public"}""", IsSecret: false),
        };
        foreach (var (key, json) in changes)
        {
            Change(values, key.Contains(':', StringComparison.Ordinal) ? key : $"app:{key}", json);
        }

        return new ConfigValues("app", values);
    }

    private static void Change(Dictionary<string, ConfigValue> values, string key, string json)
    {
        const string Secret = "secret:";
        if (json == "-")
        {
            values.Remove(key);
        }
        else if (json.StartsWith(Secret, StringComparison.Ordinal))
        {
            values[key] = new ConfigValue(json[Secret.Length..], IsSecret: true);
        }
        else
        {
            values[key] = new ConfigValue(Merge(values.GetValueOrDefault(key)?.Text, json), IsSecret: false);
        }
    }

    // A change of an existing block changes only the keys in it; null removes a key.
    private static string Merge(string? present, string json)
    {
        if (present is null || !present.StartsWith('{') || !json.StartsWith('{'))
        {
            return json;
        }

        var merged = JsonNode.Parse(present)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(json)!.AsObject())
        {
            if (value is null)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = value.DeepClone();
            }
        }

        return merged.ToJsonString(JsonSerializerOptions.Default);
    }
}
