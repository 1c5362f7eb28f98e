using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Writes serialized values as JSON, with the spaces inside brackets that providers are used to get.</summary>
internal static class JsonText
{
    public static string Write(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        string text => Quote(text),
        ImmutableArray<object?> items => Enclose('[', items.Select(Write), ']'),
        ImmutableDictionary<string, object> map => Enclose('{', map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{Quote(entry.Key)}: {Write(entry.Value)}"), '}'),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} cannot be written as JSON."),
    };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Enclose(char open, IEnumerable<string> parts, char close)
    {
        var text = new StringBuilder().Append(open).Append(' ').AppendJoin(", ", parts);
        return (text.Length > 2 ? text.Append(' ') : text).Append(close).ToString();
    }
}
