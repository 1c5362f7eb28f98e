namespace Infra.Tests.Support;

internal static class Warnings
{
    /// <summary>Each warning about the minimal configuration with these changes, which must be accepted.</summary>
    public static IReadOnlyList<string> Of(params (string Key, string Json)[] changes) =>
        [.. TestConfigs.Load(changes).Warnings.Select(warning => $"{warning}")];
}
