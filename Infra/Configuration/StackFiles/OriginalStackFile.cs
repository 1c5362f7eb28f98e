using System.Text.Json;
using Infra.Configuration.Binding;
using Pulumi;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// The stack file that the Pulumi CLI read. The program receives 83 for <c>0123</c>; only the file shows that quotes are missing.
/// </summary>
internal static class OriginalStackFile
{
    /// <summary>
    /// The spellings of values in the stack file. Values that differ from the file come from elsewhere, such as <c>--config-file</c>, and
    /// are left out.
    /// </summary>
    /// <param name="passed">The values that the CLI passed, by full key.</param>
    /// <param name="directory">The directory of Pulumi.yaml, if the CLI passed it.</param>
    /// <param name="stack">The name of the stack, if the CLI passed it.</param>
    public static Spellings SpellingsOf(IReadOnlyDictionary<string, ConfigValue> passed, string? directory, string? stack)
    {
        var spellings = new Spellings();
        if (directory is not null && stack is not null && Read(directory, stack) is { } file)
        {
            spellings.AddBlocks(file.Spellings, key => IsSame(file.FindKey(key)?.Text, passed.GetValueOrDefault(key)?.Text));
        }

        return spellings;
    }

    // The CLI has already read its file, so a file that cannot be read here is a different one.
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
