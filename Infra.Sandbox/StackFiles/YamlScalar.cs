using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Sandbox.StackFiles;

/// <summary>What a scalar means: only plain ones can be anything else than text. https://yaml.org/spec/1.2.2/#103-core-schema</summary>
internal static class YamlScalar
{
    private const int HexadecimalBase = 16;
    private const int OctalBase = 8;

    public static bool IsNull(YamlScalarNode scalar) => IsPlain(scalar) && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL";

    public static void Write(YamlScalarNode scalar, Utf8JsonWriter json)
    {
        var text = scalar.Value ?? "";
        if (IsNull(scalar))
        {
            json.WriteNullValue();
        }
        else if (!IsPlain(scalar))
        {
            json.WriteStringValue(text);
        }
        else if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            json.WriteBooleanValue(text[0] is 't' or 'T');
        }
        else if (ParseInteger(text) is { } integer)
        {
            json.WriteNumberValue(integer);
        }
        else if (ParseDecimal(text) is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    private static bool IsPlain(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;

    private static long? ParseInteger(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) ? ParseDigits(text[2..], "0123456789abcdefABCDEF", HexadecimalBase)
        : text.StartsWith("0o", StringComparison.Ordinal) ? ParseDigits(text[2..], "01234567", OctalBase)
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static long? ParseDigits(string digits, string allowed, int numberBase) =>
        digits.Length is > 0 and < HexadecimalBase && digits.All(allowed.Contains) ? Convert.ToInt64(digits, numberBase) : null;

    // .NET also reads words such as Infinity as numbers.
    private static double? ParseDecimal(string text) =>
        text.All(character => char.IsAsciiDigit(character) || character is '.' or '-' or '+' or 'e' or 'E')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
