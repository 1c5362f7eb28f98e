using System.Globalization;

namespace Infra.Configuration.Binding;

/// <summary>Keys as operators write them: <c>app:service.environment.NAME</c>, <c>app:network.zones[1]</c>.</summary>
internal static class ConfigKey
{
    public static string Member(string parent, string name) => IsPlain(name) ? $"{parent}.{name}" : $"{parent}[{DisplayText.Quote(name)}]";

    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>The top-level key that contains a key: <c>app:service</c> for <c>app:service.scaling.maxTasks</c>.</summary>
    public static string Block(string key) => key.AsSpan().IndexOfAny('.', '[') is var end and >= 0 ? key[..end] : key;

    /// <summary>Whether a key is the other one or inside it.</summary>
    public static bool IsWithin(string key, string other) =>
        key.StartsWith(other, StringComparison.Ordinal) && (key.Length == other.Length || key[other.Length] is '.' or '[');

    private static bool IsPlain(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
