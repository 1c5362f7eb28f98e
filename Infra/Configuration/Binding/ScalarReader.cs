using System.Globalization;
using System.Text.Json;

namespace Infra.Configuration.Binding;

/// <summary>Reads scalars: values other than blocks, lists and maps.</summary>
internal static class ScalarReader
{
    /// <summary>The value; null if it does not have the type.</summary>
    public static object? Read(JsonElement element, ConfigType type) => type.Kind switch
    {
        ConfigKind.Text => TextOf(element),
        ConfigKind.Choice => ChoiceOf(element, type),
        ConfigKind.Flag => FlagOf(element),
        ConfigKind.WholeNumber => WholeNumberOf(element),
        _ => NumberOf(element),
    };

    /// <summary>The problem of a value that does not have the type, worded to follow the value.</summary>
    public static string ProblemOf(JsonElement element, ConfigType type, Constraints constraints, bool maySuggest)
    {
        if (type.Kind is ConfigKind.Choice)
        {
            return ProblemText.NotOneOf(TextOf(element), type.ChoiceNames, maySuggest);
        }

        if (element.ValueKind is JsonValueKind.String && IsRightWithoutQuotes(element.GetString()!, type))
        {
            return "is text; remove the quotes";
        }

        var isTooBig = type.Kind is ConfigKind.WholeNumber && NumberOf(element) is { } number && double.IsInteger(number);
        return isTooBig ? ProblemText.OutOfRange(type, constraints) : ProblemText.WrongType(type, constraints);
    }

    // YAML turns unquoted text into numbers and booleans, as in "value: 5432".
    private static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => null,
    };

    private static object? ChoiceOf(JsonElement element, ConfigType type)
    {
        var name = TextOf(element);
        foreach (var choice in type.Choices)
        {
            if (choice.Name == name)
            {
                return choice.Value;
            }
        }

        return null;
    }

    private static bool? FlagOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : null;

    private static int? WholeNumberOf(JsonElement element) =>
        NumberOf(element) is { } number and >= int.MinValue and <= int.MaxValue && double.IsInteger(number) ? (int)number : null;

    private static double? NumberOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private static bool IsRightWithoutQuotes(string text, ConfigType type) => type.Kind switch
    {
        ConfigKind.Flag => text is "true" or "false",
        ConfigKind.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ConfigKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => false,
    };
}
