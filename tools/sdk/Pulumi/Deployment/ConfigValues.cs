using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of a run, as the CLI and tests hand it over: texts by full key, in one environment variable.</summary>
internal sealed class ConfigValues
{
    private const string InfixOfOldKeys = ":config:";
    private readonly Dictionary<string, string> _values = [];

    public static ConfigValues FromEnvironment()
    {
        var config = new ConfigValues();
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { Length: > 0 } json)
        {
            return config;
        }

        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            config._values[Normalize(property.Name)] = property.Value.ToString();
        }

        return config;
    }

    public string? Get(string key) => _values.GetValueOrDefault(key);

    private static string Normalize(string key)
    {
        var infix = key.IndexOf(InfixOfOldKeys, StringComparison.Ordinal);
        return infix > 0 ? $"{key[..infix]}:{key[(infix + InfixOfOldKeys.Length)..]}" : key;
    }
}
