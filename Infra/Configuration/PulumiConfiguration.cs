using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Pulumi;

namespace Infra.Configuration;

/// <summary>
/// The configuration that the Pulumi CLI passes in environment variables. <see cref="Config"/> only looks up known keys; finding
/// misspelt ones takes the whole list.
/// </summary>
internal static class PulumiConfiguration
{
    private const string ValuesVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";
    private const string DirectoryVariable = "PULUMI_ROOT_DIRECTORY";
    private const string StackVariable = "PULUMI_STACK";

    public static ConfigValues Read(string project)
    {
        var secretKeys = Parse<List<string>>(SecretKeysVariable) ?? [];
        var values = (Parse<Dictionary<string, string>>(ValuesVariable) ?? [])
            .ToDictionary(entry => entry.Key, entry => new ConfigValue(entry.Value, secretKeys.Contains(entry.Key)));
        return new ConfigValues(project, values, OriginalStackFile.SpellingsOf(values, Find(DirectoryVariable), Find(StackVariable)));
    }

    private static T? Parse<T>(string variable) => Find(variable) is { } json ? JsonSerializer.Deserialize<T>(json) : default;

    private static string? Find(string variable) => System.Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
