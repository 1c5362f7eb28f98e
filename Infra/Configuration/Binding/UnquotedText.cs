using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Configuration.StackFiles;

namespace Infra.Configuration.Binding;

/// <summary>
/// Values that YAML takes for something else because they stand without quotes: a text that arrives as a number or a date, and a number
/// with a leading zero, which counts in eights.
/// </summary>
internal static partial class UnquotedText
{
    private const int MostCertainDigits = 15;

    /// <summary>Why a value is not what the file says, to be read after its spelling there; null where it is, or where the file is not known.</summary>
    /// <param name="element">The value as the program gets it.</param>
    /// <param name="type">The type that the key has.</param>
    /// <param name="written">The spelling in the file, where that is another.</param>
    public static string? Changed(JsonElement element, ConfigType type, string? written) => type.Kind switch
    {
        ConfigKind.WholeNumber or ConfigKind.Number when written is not null && StartsWithZero(written) =>
            $"arrives as {Arriving(element)}, because of the zero in front; write {Arriving(element)}, or the number without the zero",
        ConfigKind.Text or ConfigKind.Choice when written is not null =>
            $"arrives as {Arriving(element)}; put it in quotes: \"{written}\"",
        _ => null,
    };

    /// <summary>Why a value may not be what the file says, which is not known; null when it certainly is.</summary>
    public static string? Uncertain(JsonElement element, ConfigType type) =>
        type.Kind is ConfigKind.Text or ConfigKind.Choice && IsUncertain(element) ? "may be spelt otherwise in the file, as 3.10 is 3.1; put it in quotes" : null;

    private static string Arriving(JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? element.GetString()! : element.GetRawText();

    private static bool StartsWithZero(string written) => written.TrimStart('-', '+') is ['0', (>= '0' and <= '9') or '_', ..];

    // Where the file is not known: 3.1 may have been 3.10, and a date is no longer what it was.
    private static bool IsUncertain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText() is var text && (text.Length > MostCertainDigits || text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0),
        JsonValueKind.String => PassedMoment().IsMatch(element.GetString()!),
        _ => false,
    };

    // As Go prints a time.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)? [-+][0-9]{4} [-+0-9A-Z]+\z")]
    private static partial Regex PassedMoment();
}
