namespace Infra.Tests.Support;

internal static class Problems
{
    /// <summary>Each problem of the minimal configuration with these changes; none when it is accepted.</summary>
    public static IReadOnlyList<string> Of(params (string Key, string Json)[] changes)
    {
        try
        {
            TestConfigs.Load(changes);
            return [];
        }
        catch (Pulumi.RunException refusal)
        {
            return [.. refusal.Message.Split("\n  - ").Skip(1)];
        }
    }

    /// <summary>Each warning about the minimal configuration with these changes, which must be accepted.</summary>
    public static IReadOnlyList<string> WarningsOf(params (string Key, string Json)[] changes) =>
        [.. TestConfigs.Load(changes).Warnings.Select(warning => warning.ToString())];
}
