using System.Text.Json;
using Infra.Configuration.Binding;
using Pulumi;

namespace Infra.Configuration;

/// <summary>
/// The configuration that the Pulumi CLI passes on. <see cref="Config"/> answers for keys one knows; a misspelt key can only be
/// noticed where all keys are listed, which is the environment through which the CLI passes them.
/// </summary>
internal static class PulumiConfiguration
{
    private const string ValuesVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    public static ConfigValues Read(string project)
    {
        var secretKeys = Parse<List<string>>(SecretKeysVariable) ?? [];
        var values = Parse<Dictionary<string, string>>(ValuesVariable) ?? [];
        return new ConfigValues(
            project,
            values.ToDictionary(entry => entry.Key, entry => new ConfigValue(entry.Value, secretKeys.Contains(entry.Key))));
    }

    private static T? Parse<T>(string variable) =>
        System.Environment.GetEnvironmentVariable(variable) is { Length: > 0 } json ? JsonSerializer.Deserialize<T>(json) : default;
}
