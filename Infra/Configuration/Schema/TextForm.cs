using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;

namespace Infra.Configuration.Schema;

/// <summary>The JSON Schema of a text. YAML turns unquoted text into numbers and booleans, which the program accepts where their text is allowed.</summary>
/// <param name="constraints">The constraints on the text.</param>
/// <param name="shape">Its form for editors, if the constraints do not say it.</param>
/// <param name="isItem">Whether it is an item of a list or map, which may be blank.</param>
internal sealed class TextForm(Constraints constraints, ShapeAttribute? shape, bool isItem)
{
    // Formats of numbers limit their digits: two of a version, five of a port.
    private static readonly int[] Largest = [9, 99, 999, 9999, 99_999, 999_999];

    private readonly List<TextRuleAttribute> _rules = [.. constraints.TextRules];

    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Types() };
        AddPattern(schema);
        AddNumberLimits(schema);
        var (minimum, maximum) = constraints.Length;
        Add(schema, "minLength", minimum, minimum > 0);
        Add(schema, "maxLength", maximum, maximum < int.MaxValue);
        return schema;
    }

    private JsonNode Types()
    {
        List<string> types = ["string"];
        if (AcceptsFractions)
        {
            types.Add("number");
        }
        else if (SmallestNumber is not null)
        {
            types.Add("integer");
        }

        // Editors would suggest true and false for every name.
        if (isItem && _rules.Count == 0 && shape is null)
        {
            types.Add("boolean");
        }

        return types.Count == 1 ? JsonValue.Create(types[0]) : new JsonArray([.. types.Select(type => JsonValue.Create(type))]);
    }

    private void AddPattern(JsonObject schema)
    {
        List<string> patterns = [.. _rules.Select(rule => rule.Pattern).Append(shape?.Pattern).OfType<string>().Select(Whole)];
        if (!isItem && !patterns.Exists(pattern => !WholeText.Matches("", pattern)))
        {
            patterns.Add("\\S");
        }

        if (patterns.Count > 0)
        {
            schema["pattern"] = patterns[0];
            schema["patternErrorMessage"] = _rules.Count > 0 ? $"use {_rules[0].Description}"
                : shape is { Pattern: not null, Examples: [var example, ..] } ? $"use text such as {example}"
                : "has no value; set it or remove the key";
        }

        foreach (var pattern in patterns.Skip(1))
        {
            schema["allOf"] ??= new JsonArray();
            schema["allOf"]!.AsArray().Add((JsonNode)new JsonObject { ["pattern"] = pattern });
        }
    }

    private void AddNumberLimits(JsonObject schema)
    {
        if (SmallestNumber is not { } smallest)
        {
            return;
        }

        var largest = Largest.Last(number => Accepts(Text(number)));
        Add(schema, "minimum", smallest, !Accepts("-1"));
        Add(schema, AcceptsFractions ? "exclusiveMaximum" : "maximum", largest + (AcceptsFractions ? 1 : 0), largest < Largest[^1]);
    }

    private bool AcceptsFractions => Accepts("8.5");

    private int? SmallestNumber => Enumerable.Range(0, Largest[0] + 1).Select(number => (int?)number).FirstOrDefault(number => Accepts(Text(number!.Value)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool Accepts(string text) =>
        _rules.TrueForAll(rule => rule.Accepts(text)) && (shape?.Pattern is not { } pattern || WholeText.Matches(text, pattern));

    private static void Add(JsonObject schema, string key, int value, bool applies)
    {
        if (applies)
        {
            schema[key] = value;
        }
    }

    /// <summary>A pattern for the whole text: JSON Schema finds a pattern anywhere.</summary>
    public static string Whole(string pattern) =>
        pattern.StartsWith('^') && pattern.EndsWith('$') && !pattern.Contains("$|^", StringComparison.Ordinal) ? pattern : $"^(?:{pattern})$";
}
