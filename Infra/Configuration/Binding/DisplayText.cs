using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Infra.Configuration.Binding;

/// <summary>Values as problems show them: on one line, text in quotes, truncated.</summary>
internal static class DisplayText
{
    public const string Secret = "(secret)";

    private const int MaxLength = 60;

    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        JsonElement element => Of(element),
        Enum choice => ConfigType.Of(choice.GetType()).SpellingOf(choice),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in Cut(text))
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                '\n' => quoted.Append("\\n"),
                _ when char.IsControl(character) => quoted.Append('?'),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "a block",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Quote(element.GetString()!),
        _ => Cut(element.GetRawText()),
    };

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end] + "…";
    }
}
