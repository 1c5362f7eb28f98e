namespace Infra.Configuration.StackFiles;

/// <summary>
/// The names that Pulumi accepts for a stack, without those of periods only, which mean folders.
/// https://www.pulumi.com/docs/iac/concepts/stacks/#create-a-stack
/// </summary>
internal static class StackName
{
    private const int MaxLength = 100;

    /// <summary>Why a text is not the name of a stack; null if it is one.</summary>
    public static string? ProblemOf(string text) =>
        text.Length <= MaxLength && text.Trim('.').Length > 0 && text.All(IsAllowed)
            ? null
            : $"\"{text}\" is not the name of a stack: use up to {MaxLength} letters, digits, hyphens, underscores and periods, such as dev";

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';
}
