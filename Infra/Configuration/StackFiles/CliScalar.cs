using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Configuration.StackFiles;

internal enum CliScalarKind
{
    Null,
    Flag,
    Number,
    Text,
}

/// <summary>
/// An unquoted scalar as the Pulumi CLI passes it to the program. The CLI reads the file with go-yaml 3, which recognizes more numbers
/// than YAML 1.2, and passes JSON: https://github.com/go-yaml/yaml/blob/v3.0.1/resolve.go and
/// https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/config/object.go
/// </summary>
/// <param name="Kind">Its JSON type.</param>
/// <param name="Text">Its JSON, or the text as it is.</param>
internal readonly partial record struct CliScalar(CliScalarKind Kind, string Text)
{
    public static CliScalar Of(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new(CliScalarKind.Null, "null"),
        "true" or "True" or "TRUE" => new(CliScalarKind.Flag, "true"),
        "false" or "False" or "FALSE" => new(CliScalarKind.Flag, "false"),
        // Most values are words; skips the regular expressions below for them.
        _ when !char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.') => new(CliScalarKind.Text, text),
        _ when CliTimestamp.Of(text) is { } moment => new(CliScalarKind.Text, moment),
        _ when NumberOf(text) is { } number => new(CliScalarKind.Number, number),
        _ => new(CliScalarKind.Text, text),
    };

    /// <summary>Whether the CLI fails on the scalar: JSON has neither infinity nor NaN.</summary>
    public static bool IsUnsupported(string text) => text.Length is 4 or 5 && Unsupported().IsMatch(text);

    private static string? NumberOf(string text)
    {
        if (text[0] == '.')
        {
            return PointFirst().IsMatch(text) ? FractionOf(text) : null;
        }

        var digits = text.Replace("_", "", StringComparison.Ordinal);
        return IntegerOf(digits) ?? (Decimal().IsMatch(digits) ? FractionOf(digits) : null);
    }

    private static string? IntegerOf(string text)
    {
        var isNegative = text[0] == '-';
        var hasSign = text[0] is '+' or '-';
        var (numberBase, digits) = BaseOf(hasSign ? text[1..] : text);
        var value = UInt128.Zero;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit) || Convert.ToInt32(digit.ToString(), 16) is var worth && worth >= numberBase)
            {
                return null;
            }

            value = (value * (UInt128)numberBase) + (UInt128)worth;
            if (value > ulong.MaxValue)
            {
                return null;
            }
        }

        var most = isNegative ? (UInt128)long.MaxValue + 1 : hasSign ? long.MaxValue : ulong.MaxValue;
        return digits.Length == 0 || value > most ? null : (isNegative && value > 0 ? "-" : "") + value.ToString(CultureInfo.InvariantCulture);
    }

    private static (int Base, string Digits) BaseOf(string text) => text switch
    {
        ['0', 'x' or 'X', .. var digits] => (16, digits),
        ['0', 'o' or 'O', .. var digits] => (8, digits),
        ['0', 'b' or 'B', .. var digits] => (2, digits),
        ['0', _, ..] => (8, text[1..]),
        _ => (10, text),
    };

    // Go's JSON format: the shortest digits that identify the number, with an exponent from 1e21 on.
    private static string? FractionOf(string text)
    {
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return !double.IsFinite(number) ? null
            : number == 0 ? "0"
            : Math.Abs(number) is >= 1e-6 and < 1e21
                ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture)
                : shortest.Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e');
    }

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex Unsupported();

    [GeneratedRegex(@"^\.[0-9]+([eE][-+]?[0-9]+)?\z")]
    private static partial Regex PointFirst();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Decimal();
}
