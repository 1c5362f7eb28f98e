using System.Globalization;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>Values on one line for operators, without secrets.</summary>
internal static class ValueText
{
    public const string Unknown = "(known after the update)";
    public const string NotSet = "(not set)";

    private const char Cut = '…';

    // What remains visible of the equal text in front of the first difference.
    private const int Context = 20;

    private static readonly string[] Literals = ["", "true", "false", "null"];

    /// <summary>Two versions of a value, each cut so that the first difference is visible.</summary>
    public static (string Old, string New) Pair(PropertyValue? old, PropertyValue? wanted, int length)
    {
        var (before, after) = (Of(old), Of(wanted));
        var equal = before.AsSpan().CommonPrefixLength(after);
        return (Shorten(before, equal, length), Shorten(after, equal, length));
    }

    private static string Of(PropertyValue? value) => value switch
    {
        null => NotSet,
        PropertyValue.Secret => DisplayText.Secret,
        PropertyValue.Unknown => Unknown,
        PropertyValue.Text text => Quoted(WithShortSymbols(text.Value)),
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyValue.Flag flag => flag.Value ? "true" : "false",
        PropertyValue.List list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        PropertyValue.Map { Entries.IsEmpty: true } => "{}",
        PropertyValue.Map map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Quoted(entry.Key)}: {Of(entry.Value)}"))} }}",
        _ => "null",
    };

    private static string WithShortSymbols(string text) => string.Concat(Symbol.Split(text).Select(part =>
        part.Symbol is { } symbol ? $"${{{symbol.Resource.Name}.{symbol.Path}}}" : part.Text));

    private static string Quoted(string text) =>
        !Literals.Contains(text) && !double.TryParse(text, CultureInfo.InvariantCulture, out _) && text.All(IsPlain) ? text : DisplayText.Quote(text);

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || "-_./:@$*{}".Contains(character, StringComparison.Ordinal);

    private static string Shorten(string text, int equal, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Characters of two units have been escaped, so none is split.
        var start = Math.Clamp(equal - Context, 0, text.Length - length);
        var end = start + length;
        return $"{(start > 0 ? $"{Cut}" : "")}{text[start..end]}{(end < text.Length ? $"{Cut}" : "")}";
    }
}
