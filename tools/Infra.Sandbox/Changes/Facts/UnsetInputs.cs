using System.Collections.Frozen;
using System.Globalization;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Facts;

/// <summary>Inputs that keep their values, or return to a default, when a program no longer gives them.</summary>
internal static class UnsetInputs
{
    private static readonly Lazy<FrozenDictionary<string, UnsetInput[]>> Known = new(() =>
        ChangeFacts.Read("unset-inputs").Concat(ChangeFacts.Read("computed-inputs"))
            .Select(line => line.Split(' '))
            .GroupBy(words => words[0], words => words[1..])
            .ToFrozenDictionary(type => type.Key, type => type.SelectMany(facts => facts).Select(UnsetInput.Parse).ToArray()));

    /// <summary>The inputs of a type with a known value when they are not given.</summary>
    public static IReadOnlyList<UnsetInput> Of(string type) => Known.Value.GetValueOrDefault(type, []);

    /// <summary>Whether the resource keeps the value. An edit that removes it does nothing.</summary>
    /// <param name="type">The Pulumi type.</param>
    /// <param name="path">The input, with or without indexes.</param>
    public static bool KeepValue(string type, string path) => Find(type, path) is { Default: null };

    /// <summary>The default of an input; null if it has none. To give it is no change.</summary>
    public static PropertyValue? DefaultOf(string type, string path) => Find(type, path)?.Default;

    private static UnsetInput? Find(string type, string path)
    {
        var input = ReplacementFacts.WithoutIndexes(path);
        return Of(type).FirstOrDefault(unset => unset.Input == input);
    }
}

/// <summary>An input that has a value also when it is not given.</summary>
/// <param name="Input">The input without indexes.</param>
/// <param name="Default">The value to which it returns; null if it keeps the one that it has.</param>
internal sealed record UnsetInput(string Input, PropertyValue? Default)
{
    /// <summary>Reads <c>policy</c> or <c>idleTimeout=60</c>.</summary>
    public static UnsetInput Parse(string fact) => fact.Split('=', 2) is [var input, var value]
        ? new UnsetInput(input, ParseDefault(value))
        : new UnsetInput(fact, Default: null);

    private static PropertyValue ParseDefault(string text) => text switch
    {
        "true" or "false" => text == "true",
        _ when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };
}
