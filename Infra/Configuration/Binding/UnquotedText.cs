using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Configuration.Binding;

/// <summary>
/// Unquoted values that YAML changes: text that becomes a number or a date, and numbers with a leading zero, which are octal.
/// </summary>
internal static partial class UnquotedText
{
    private const int MaxExactDigits = 15;

    /// <summary>The problem of a value that YAML changed, worded to follow its spelling; null if it did not, or the spelling is unknown.</summary>
    /// <param name="element">The value that the program receives.</param>
    /// <param name="type">The type of the key.</param>
    /// <param name="spelling">The value in the file, if it differs.</param>
    public static string? Changed(JsonElement element, ConfigType type, string? spelling) => type.Kind switch
    {
        ConfigKind.WholeNumber or ConfigKind.Number when spelling is not null && StartsWithZero(spelling) =>
            $"is read as {Received(element)} because of its leading zero; write {Received(element)}, or the number without the zero",
        ConfigKind.Text or ConfigKind.Choice when spelling is not null =>
            $"is read as {Received(element)}; put it in quotes: \"{spelling}\"",
        _ => null,
    };

    /// <summary>The problem of a value that YAML may have changed, when its spelling is unknown; null if it cannot have.</summary>
    public static string? Uncertain(JsonElement element, ConfigType type) =>
        type.Kind is ConfigKind.Text or ConfigKind.Choice && IsUncertain(element) ? "may differ from the file, as 3.10 is read as 3.1; put it in quotes" : null;

    private static string Received(JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? element.GetString()! : element.GetRawText();

    private static bool StartsWithZero(string spelling) => spelling.TrimStart('-', '+') is ['0', (>= '0' and <= '9') or '_', ..];

    // 3.1 may have been 3.10, and dates are reformatted.
    private static bool IsUncertain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText() is var text && (text.Length > MaxExactDigits || text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0),
        JsonValueKind.String => CliTimestamp().IsMatch(element.GetString()!),
        _ => false,
    };

    // The format of Go's time.Time.String.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)? [-+][0-9]{4} [-+0-9A-Z]+\z")]
    private static partial Regex CliTimestamp();
}
