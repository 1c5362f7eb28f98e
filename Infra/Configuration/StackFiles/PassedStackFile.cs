using System.Text.Json;
using Infra.Configuration.Binding;
using Pulumi;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// The stack file behind values that the Pulumi CLI has passed on. The program gets 83 where the file says <c>0123</c>; only the file
/// shows that a text lacks its quotes.
/// </summary>
internal static class PassedStackFile
{
    /// <summary>
    /// How the values are written in the stack's file. Those that differ from it come from elsewhere, as with <c>--config-file</c>, and
    /// nothing is said about them.
    /// </summary>
    /// <param name="passed">The values under their full keys.</param>
    /// <param name="directory">The directory of Pulumi.yaml, where the CLI has told it.</param>
    /// <param name="stack">The name of the stack, where the CLI has told it.</param>
    public static WrittenValues SpellingsOf(IReadOnlyDictionary<string, ConfigValue> passed, string? directory, string? stack)
    {
        var spellings = new WrittenValues();
        if (directory is not null && stack is not null && Read(directory, stack) is { } file)
        {
            spellings.AddBlocks(file.Written, key => IsSame(file.FindKey(key)?.Text, passed.GetValueOrDefault(key)?.Text));
        }

        return spellings;
    }

    // The CLI has read its file already: one that cannot be read here is another.
    private static ConfigValues? Read(string directory, string stack)
    {
        try
        {
            return StackFile.Read(ProjectFile.Find(directory), stack, configFile: null, directory);
        }
        catch (RunException)
        {
            return null;
        }
    }

    private static bool IsSame(string? read, string? passed) =>
        read is not null && passed is not null && (read == passed || (Parse(read) is { } one && Parse(passed) is { } other && JsonElement.DeepEquals(one, other)));

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
