using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
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
    private const string DirectoryVariable = "PULUMI_ROOT_DIRECTORY";
    private const string StackVariable = "PULUMI_STACK";

    public static ConfigValues Read(string project)
    {
        var secretKeys = Parse<List<string>>(SecretKeysVariable) ?? [];
        var values = (Parse<Dictionary<string, string>>(ValuesVariable) ?? [])
            .ToDictionary(entry => entry.Key, entry => new ConfigValue(entry.Value, secretKeys.Contains(entry.Key)));
        return new ConfigValues(project, values, PassedStackFile.SpellingsOf(values, Find(DirectoryVariable), Find(StackVariable)));
    }

    private static T? Parse<T>(string variable) => Find(variable) is { } json ? JsonSerializer.Deserialize<T>(json) : default;

    private static string? Find(string variable) => System.Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
