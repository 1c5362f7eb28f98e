namespace Infra.Configuration.StackFiles;

/// <summary>
/// The names that Pulumi accepts for a stack, except those of periods only, which are folders.
/// https://www.pulumi.com/docs/iac/concepts/stacks/#create-a-stack
/// </summary>
internal static class StackName
{
    private const int MaxLength = 100;

    /// <summary>The problem of a text as the name of a stack; null if there is none.</summary>
    public static string? ProblemOf(string text) =>
        text.Length <= MaxLength && text.Trim('.').Length > 0 && text.All(IsAllowed)
            ? null
            : $"\"{text}\" is not the name of a stack: use up to {MaxLength} letters, digits, hyphens, underscores and periods, such as dev";

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';
}
