using System.Text.RegularExpressions;

namespace Infra.Tests.Configuration.Schema;

/// <summary>The JSON pointer of a key in a stack file: <c>/config/app:service/command/0</c> for <c>app:service.command[0]</c>.</summary>
internal static partial class KeyPointer
{
    public static string Of(string key)
    {
        var pointer = "/config";
        foreach (Match step in Step().Matches(key))
        {
            pointer += $"/{Escape(step.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\\\"", "\"", StringComparison.Ordinal) : step.Groups["plain"].Value)}";
        }

        return pointer;
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex("""\["(?<quoted>([^"\\]|\\.)*)"\]|\[(?<plain>[0-9]+)\]|\.?(?<plain>[^.\[]+)""")]
    private static partial Regex Step();
}
