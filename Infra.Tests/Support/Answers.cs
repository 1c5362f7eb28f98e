namespace Infra.Tests.Support;

internal static class Answers
{
    /// <summary>The problems of the minimal configuration with these changes, or its warnings where it has no problems.</summary>
    public static IReadOnlyList<string> Of(params (string Key, string Json)[] changes)
    {
        var problems = Problems.Of(changes);
        return problems.Count > 0
            ? [.. problems.Select(problem => $"refused: {problem}")]
            : [.. TestConfigs.Load(changes).Warnings.Select(warning => $"warned: {warning}")];
    }

    public static IReadOnlyList<string> Expected(string? answer) => answer is null ? [] : [answer];
}
