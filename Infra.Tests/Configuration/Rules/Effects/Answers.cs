using Infra.Tests.Support;

namespace Infra.Tests.Configuration.Rules.Effects;

internal static class Answers
{
    /// <summary>What is said to the minimal configuration with these changes: its problems, or else its warnings.</summary>
    public static IReadOnlyList<string> Of(params (string Key, string Json)[] changes)
    {
        var problems = Problems.Of(changes);
        return problems.Count > 0
            ? [.. problems.Select(problem => $"refused: {problem}")]
            : [.. TestConfigs.Load(changes).Warnings.Select(warning => $"warned: {warning}")];
    }

    public static IReadOnlyList<string> Expected(string? answer) => answer is null ? [] : [answer];
}
